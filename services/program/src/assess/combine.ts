import { add, compare, divide, ONE, type Rational, rational, ZERO } from "../exact/index.js";
import type { AssessedCommon, Assessment } from "./assessed.js";

/** The outcome of a group, with its fraction as a number. */
export interface Combined extends Pick<AssessedCommon, "isMet" | "isAsked" | "needed" | "metCount"> {
  readonly fraction: Rational;
}

/**
 * The outcome of a group that needs all or a number of its parts. Its fraction is the mean of the best parts that it
 * needs, so that it is 1 only when they are all met, and grows with each of them.
 */
export function combineParts(needs: "all" | number, children: readonly Assessment[]): Combined {
  const asked = children.filter(({ node }) => node.isAsked);
  const needed = needs === "all" ? asked.length : needs;
  if (asked.length === 0) return { isMet: true, isAsked: false, needed, metCount: 0, fraction: ONE };

  const metCount = asked.filter(({ node }) => node.isMet).length;
  return { isMet: metCount >= needed, isAsked: true, needed, metCount, fraction: meanOfBest(needed, asked) };
}

/** The mean of the `needed` largest fractions; missing ones count as zero. */
export function meanOfBest(needed: number, parts: readonly { readonly fraction: Rational }[]): Rational {
  const best = parts.map(({ fraction }) => fraction).sort((a, b) => compare(b, a));
  return divide(best.slice(0, needed).reduce(add, ZERO), rational(needed));
}
