import { type CalendarDate, formatForReading } from "../exact/index.js";
import { matchesSource } from "../measure/index.js";
import type { EarningFact, LeftOf, QualifyingFact, Rule } from "./earner.js";
import { grouped } from "./running.js";

/**
 * Finds the day of a customer's first deal with the partner, as a rule sees it: the earliest fact of its kinds and
 * attributes that was not fully refunded, also before the days that the rule pays and at any tier.
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

/** The sentence on the first deal; empty where the rule does not depend on one. */
export const firstDealInWords = ({ firstDeal }: Pick<QualifyingFact<Rule>, "firstDeal">): string =>
  firstDeal === null ? "" : ` The customer's first deal was on ${formatForReading(firstDeal)}.`;
