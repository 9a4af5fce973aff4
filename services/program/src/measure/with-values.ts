import type { Rational } from "../exact/index.js";

/** The groups that have a value. */
export const withValues = (groups: Iterable<readonly [string, Rational | null]>): Map<string, Rational> =>
  new Map([...groups].filter((entry): entry is [string, Rational] => entry[1] !== null));
