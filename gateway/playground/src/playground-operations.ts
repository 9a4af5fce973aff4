import { readOperations } from "@tiergraph/schema/operations";
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";
import type { PlaygroundOperation } from "./playground-config.js";

/**
 * Reads the operations of a folder (`schema/operations`): first those that ask, then those that change something, each
 * sorted by file name, so that the playground opens with a question. Throws when a file is not valid GraphQL, naming the file.
 */
export function playgroundOperations(directory: string): PlaygroundOperation[] {
  const read = readOperations(directory)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, document }) => {
      const definition = operationIn(document);
      const operation = { name, title: definition?.name?.value ?? name, source: document };
      return { operation, isChange: definition?.operation === OperationTypeNode.MUTATION };
    });
  return [...read.filter(({ isChange }) => !isChange), ...read.filter(({ isChange }) => isChange)].map(
    ({ operation }) => operation,
  );
}

const operationIn = (document: string): OperationDefinitionNode | undefined =>
  parse(document).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
