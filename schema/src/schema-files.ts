import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, type GraphQLSchema } from "graphql";

/** This file runs as `schema/src/schema-files.ts` or `schema/dist/schema-files.js`. */
const FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** A file under `schema/`: contracts and operations, all committed. */
export const schemaFile = (name: string): string => path.join(FOLDER, name);

export const readSupergraph = (): string => fs.readFileSync(schemaFile("supergraph.graphql"), "utf8");

/** What clients may ask. */
export const readApiSchema = (): GraphQLSchema => buildSchema(fs.readFileSync(schemaFile("api.graphql"), "utf8"));
