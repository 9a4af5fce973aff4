import { SELF_DEALING } from "@tiergraph/program/document/facts";
import type { FactContent, FactRow } from "../fact/index.js";

/** Why such a fact was corrected. */
export const DECLARED = "Whether the customer is the partner's own was declared.";

/**
 * A fact as it counts once it is known whether its customer is the partner's own; null where that changes nothing. What
 * was reported about self-dealing, either way, stands.
 */
export function markOwnCustomer(fact: FactRow, isOwn: boolean): FactContent | null {
  const { factId: _f, revision: _r, reversedOn: _o, isVoid: _v, correctedBecause: _c, ...content } = fact;
  const isMarked = fact.origin?.isOwnCustomer === true;
  if (isOwn === isMarked) return null;
  const { isOwnCustomer: _, ...origin } = fact.origin ?? {};
  const { [SELF_DEALING.attribute]: reported, ...attributes } = fact.attributes;
  if (!isMarked && reported !== undefined) return null;
  if (isOwn)
    return {
      ...content,
      attributes: { ...attributes, [SELF_DEALING.attribute]: "yes" },
      origin: { ...origin, isOwnCustomer: true },
    };
  return { ...content, attributes, origin: Object.keys(origin).length === 0 ? null : origin };
}
