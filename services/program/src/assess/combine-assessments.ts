import { add, compare, divide, ONE, type Rational, rational, ZERO } from "../exact/rational.js";
import type { AssessedRequirement } from "./assess-tier.js";

/** A judged requirement with its fraction as a number, for what stands above it. */
export interface Assessment {
  readonly node: AssessedRequirement;
  readonly fraction: Rational;
}

/**
 * What a group comes to. Its fraction is the mean of the children that it needs, best first: all of them for `all`, the
 * best for `any`, the best N for N-of-M. So it is 1 only when they are all met, and grows with each of them.
 */
export function combine(
  group: { readonly kind: "all" | "any" } | { readonly kind: "n-of"; readonly n: number },
  children: readonly Assessment[],
): { isMet: boolean; isAsked: boolean; needed: number; metCount: number; fraction: Rational } {
  const asked = children.filter(({ node }) => node.isAsked);
  const needed = group.kind === "n-of" ? group.n : group.kind === "all" ? asked.length : 1;
  if (asked.length === 0) return { isMet: true, isAsked: false, needed, metCount: 0, fraction: ONE };

  const metCount = asked.filter(({ node }) => node.isMet).length;
  const best = asked.map(({ fraction }) => fraction).sort((a, b) => compare(b, a));
  const sum = best.slice(0, needed).reduce(add, ZERO);
  return { isMet: metCount >= needed, isAsked: true, needed, metCount, fraction: divide(sum, rational(needed)) };
}
