/** Something in a document that keeps it from being a program. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where it stands in the document's own words, for example `tiers.gold.requires.all[0].measure`; empty for the whole. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong and what was expected, in a sentence. */
  readonly message: string;
}

/** Stable codes that a client may switch on. */
export type ProblemCode =
  | "TOO_LARGE"
  | "TOO_DEEP"
  | "SYNTAX"
  | "ALIAS"
  | "DUPLICATE_KEY"
  | "UNKNOWN_KEY"
  | "MISSING_KEY"
  | "WRONG_SHAPE"
  | "INVALID_VALUE"
  | "UNKNOWN_NAME"
  | "TIER_LADDER";

/** More problems than anyone reads; past them a hostile document would only cost time. */
export const MAX_PROBLEMS = 200;

/** Collects the problems of one document. Remembers the first `MAX_PROBLEMS` that it is told. */
export class ProblemLog {
  readonly #problems: Problem[] = [];

  /** The message is only made when it is kept: finding the nearest name costs something. */
  add(place: Omit<Problem, "message">, message: () => string): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ ...place, message: message() });
  }

  /** In the order of the document. */
  inOrder(): Problem[] {
    return [...this.#problems].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}
