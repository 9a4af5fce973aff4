import { Kind, parse } from "graphql";

export interface SubgraphAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly Readonly<Record<string, unknown>>[] | null | undefined;
  /** What the answer's data must name. */
  readonly asked: readonly string[];
}

/**
 * Why an answer cannot come from a subgraph, or null where it may. A proxy's page, an empty object and a part that
 * is missing would each read as nulls without an error; a null without an error means that there is nothing.
 */
export function emptiness({ status, data, errors, asked }: SubgraphAnswer): string | null {
  const isExplained = errors !== undefined && errors !== null && errors.length > 0;
  if (data === undefined || data === null) {
    if (!isExplained) return "neither data nor an error";
    // A subgraph names the code of each of its errors; what stands between does not know our codes.
    return status >= 400 && errors.every((error) => codeOf(error) === undefined) ? "errors of something else" : null;
  }
  if (isExplained) return null;
  if (status >= 400) return "data under a status of failure";
  const missing = asked.filter((key) => !Object.hasOwn(data, key) || (key === "_entities" && data[key] === null));
  return missing.length > 0 ? `data without ${missing.join(", ")}` : null;
}

const codeOf = ({ extensions }: Readonly<Record<string, unknown>>): unknown =>
  typeof extensions === "object" && extensions !== null && "code" in extensions ? extensions.code : undefined;

/** Names that each answer to an operation has at its root; those under a condition may be left out of it. */
export function rootKeys(query: string): readonly string[] {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  );
  return (operation?.selectionSet.selections ?? []).flatMap((one) =>
    one.kind === Kind.FIELD && (one.directives ?? []).length === 0 ? [(one.alias ?? one.name).value] : [],
  );
}
