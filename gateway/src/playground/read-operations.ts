import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Kind, parse } from "graphql";
import type { PlaygroundOperation } from "./playground-config.js";

/**
 * Reads every `.graphql` file of a directory (`schema/operations`), sorted by file name.
 * Throws when a file is not valid GraphQL, naming the file.
 */
export async function readOperations(directory: string): Promise<PlaygroundOperation[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(files.map((file) => readOperation(directory, file)));
}

async function readOperation(directory: string, file: string): Promise<PlaygroundOperation> {
  const name = file.slice(0, -".graphql".length);
  const source = await readFile(join(directory, file), "utf8");
  return { name, title: operationNameIn(source, file) ?? name, source };
}

function operationNameIn(source: string, file: string): string | undefined {
  try {
    const operation = parse(source).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return operation?.name?.value;
  } catch (error) {
    throw new Error(`The operation ${file} is not valid GraphQL`, { cause: error });
  }
}
