import type { PayingFactRow } from "../paying-fact/index.js";
import { DIFFERENCE_IN_WORDS, differenceOf, protectedTerm } from "./deal-of-registration.js";
import type { RegistrationRow } from "./deal-registration.entity.js";
import type { ConflictRow } from "./registration-conflict.entity.js";

/**
 * Why a conflict has ended, in words for a person; null while it is open. The day of the deal ends a conflict only
 * once it is corrected: a registration that was withdrawn or converted since protected the customer on the day before.
 *
 * @param deal the deal as it stands now
 * @param share what the registered partner has of the same deal now; null where it has none
 */
export function conflictEnding(
  { dealOn }: Pick<ConflictRow, "dealOn">,
  { deal, share, registration }: { deal: PayingFactRow; share: PayingFactRow | null; registration: RegistrationRow },
): string | null {
  if (share !== null && !share.isGone)
    return deal.isGone
      ? "The deal now belongs to the partner that registered it."
      : "The partner that registered it now has a share of the deal.";
  const difference = differenceOf(deal, registration, protectedTerm(registration));
  if (difference === null || (difference === "OTHER_DAY" && deal.occurredOn === dealOn)) return null;
  return DIFFERENCE_IN_WORDS[difference];
}
