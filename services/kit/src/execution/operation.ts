import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from "graphql";
import { BoundedMap } from "../values/bounded-map.js";

/** One operation of a validated document. */
export interface Operation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables of all `@skip` and `@include`: what is compiled is compiled for each set of their values. */
  readonly conditions: readonly string[];
}

/**
 * Reads an operation out of its document.
 *
 * @param operationName which of the document's operations; may be null where it has one
 * @throws where there is none of that name
 */
export function operationIn(document: DocumentNode, operationName: string | null): Operation {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const operation = document.definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .find(({ name }) => operationName === null || name?.value === operationName);
  if (operation === undefined) throw new Error(`The document has no operation ${operationName ?? ""}`);
  return { operation, fragments, conditions: conditionsIn(document) };
}

function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: [condition] = [] }) {
      const isCondition = name.value === "skip" || name.value === "include";
      if (isCondition && condition?.value.kind === Kind.VARIABLE) names.add(condition.value.name.value);
    },
  });
  return [...names].sort();
}

/** What is kept of one operation; a client that tries all values of its conditions must not fill the memory. */
const MAX_KEPT = 8;

type Variables = Readonly<Record<string, unknown>>;

/** Makes something of an operation once for each set of values that its conditions have. */
export function onceForConditions<Made>(
  conditions: readonly string[],
  make: (variables: Variables) => Made,
): (variables: Variables) => Made {
  const kept = new BoundedMap<string, Made>(MAX_KEPT);
  return (variables) =>
    kept.remember(conditions.map((name) => (variables[name] === true ? "1" : "0")).join(""), () => make(variables));
}

/** Errors of variables that are named, as many as graphql-js names. */
export const MAX_VARIABLE_ERRORS = 50;
