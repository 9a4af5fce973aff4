import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";

/** A refusal as a client reads it, with its place in the program document; null where it has none. */
export interface DocumentError extends UserError {
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** A refusal that may carry its place in the document. */
interface Located {
  readonly kind: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** @param paths where in the document a refusal is that does not carry it, by kind */
export function documentErrorOf(
  table: Parameters<typeof userErrorOf>[0],
  refusal: Located,
  paths: Readonly<Record<string, string>>,
): DocumentError {
  // A line without a column is meant from its beginning.
  const { path = paths[refusal.kind] ?? null, line = null, column = line === null ? null : 1 } = refusal;
  return { ...userErrorOf(table, refusal), path, line, column };
}
