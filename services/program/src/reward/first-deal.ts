import { type CalendarDate, formatForReading } from "../exact/index.js";
import { matchesSource } from "../measure/index.js";
import type { EarningFact, LeftOf, QualifyingFact, Rule } from "./earner.js";
import { grouped } from "./running.js";

/**
 * The day of a customer's first deal with the partner, as a rule sees it: the earliest fact of the rule's kinds and
 * attributes that was not refunded whole, also before the days that the rule pays, at whatever tier.
 */
export function firstDealsOf(
  facts: readonly EarningFact[],
  leftOf: LeftOf,
): (earning: EarningFact, rule: Rule) => CalendarDate | null {
  const byCustomer = grouped(
    facts.filter(({ customerKey }) => customerKey !== null),
    ({ customerKey }) => customerKey ?? "",
  );
  const known = new Map<Rule, Map<string, CalendarDate | null>>();
  return ({ customerKey }, rule) => {
    if (customerKey === null) return null;
    const ofRule = known.get(rule) ?? new Map<string, CalendarDate | null>();
    known.set(rule, ofRule);
    const found = ofRule.get(customerKey);
    if (found !== undefined) return found;
    const days = (byCustomer.get(customerKey) ?? [])
      .filter((earning) => matchesSource(rule.source, earning.fact) && leftOf(earning, rule) !== null)
      .map(({ fact }) => fact.on);
    const first = days.reduce<CalendarDate | null>((least, day) => (least === null || day < least ? day : least), null);
    ofRule.set(customerKey, first);
    return first;
  };
}

/** Why a fact is still paid, for its partner; nothing where the rule asks for no first deal. */
export const firstDealInWords = ({ firstDeal }: Pick<QualifyingFact<Rule>, "firstDeal">): string =>
  firstDeal === null ? "" : ` The customer's first deal was on ${formatForReading(firstDeal)}.`;
