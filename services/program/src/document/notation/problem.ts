/** A problem that makes a document invalid. */
export interface Problem {
  readonly code: ProblemCode;
  /** Its address, for example `tiers.gold.requires.all[0].measure`; empty for the whole document. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong and what is expected, in a sentence. */
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

/** More problems than anyone reads. Beyond them a hostile document would only cost time. */
export const MAX_PROBLEMS = 200;

/** Collects the first `MAX_PROBLEMS` problems of one document. */
export class ProblemLog {
  readonly #problems: Problem[] = [];

  /** The message is built only when kept: finding the nearest name is costly. */
  add(place: Omit<Problem, "message">, message: () => string): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ ...place, message: message() });
  }

  /** In the order of the document. */
  inOrder(): Problem[] {
    return [...this.#problems].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}
