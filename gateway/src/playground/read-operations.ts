import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";
import type { PlaygroundOperation } from "./playground-config.js";

/**
 * Reads every `.graphql` file of a directory (`schema/operations`): first those that ask, then those that change something,
 * each sorted by file name, so that whoever opens the playground begins with a question.
 * Throws when a file is not valid GraphQL, naming the file.
 */
export async function readOperations(directory: string): Promise<PlaygroundOperation[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".graphql")).sort();
  const read = await Promise.all(files.map((file) => readOperation(directory, file)));
  return [...read.filter(({ isChange }) => !isChange), ...read.filter(({ isChange }) => isChange)].map(
    ({ operation }) => operation,
  );
}

async function readOperation(
  directory: string,
  file: string,
): Promise<{ operation: PlaygroundOperation; isChange: boolean }> {
  const name = file.slice(0, -".graphql".length);
  const source = await readFile(join(directory, file), "utf8");
  const definition = definitionIn(source, file);
  return {
    operation: { name, title: definition?.name?.value ?? name, source },
    isChange: definition?.operation === OperationTypeNode.MUTATION,
  };
}

function definitionIn(source: string, file: string): OperationDefinitionNode | undefined {
  try {
    return parse(source).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  } catch (error) {
    throw new Error(`The operation ${file} is not valid GraphQL`, { cause: error });
  }
}
