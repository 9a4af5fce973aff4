import fs from "node:fs";
import path from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";
import { ROOT } from "./root.js";

/** A file under `schema/`: contracts and operations, all committed. */
export const schemaFile = (name: string): string => path.join(ROOT, "schema", name);

export const readSupergraph = (): string => fs.readFileSync(schemaFile("supergraph.graphql"), "utf8");

/** What clients may ask. */
export const readApiSchema = (): GraphQLSchema => buildSchema(fs.readFileSync(schemaFile("api.graphql"), "utf8"));
