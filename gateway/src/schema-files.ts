import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./root.js";

/** A file under `schema/`: contracts and operations, all committed. */
export const schemaFile = (name: string): string => path.join(ROOT, "schema", name);

export const readSupergraph = (): string => fs.readFileSync(schemaFile("supergraph.graphql"), "utf8");
