import type { Spiff } from "../document/rewards/index.js";
import { formatForReading, formatMinorUnits, type Rational } from "../exact/index.js";
import type { Accrual } from "./accrual.js";
import { type Earner, qualifyingFacts } from "./earner.js";
import { firstDealInWords } from "./first-deal.js";
import { firstOnly, minorOfMajor } from "./rebate.js";

/** The spiffs owed: a fixed sum for each of the first facts in their range of days. */
export function spiffsOf(earner: Earner): Accrual[] {
  return [...qualifyingFacts(earner, "spiffs").values()].flatMap((facts) =>
    firstOnly(facts.filter(({ rule, tier }) => payOf(rule, tier) !== null)).flatMap((of): Accrual[] => {
      const { fact, program, rule, tier, baseMinor } = of;
      const pays = payOf(rule, tier);
      if (pays === null || tier === null) return [];
      const amountMinor = minorOfMajor(pays, program);
      return [
        {
          rule: rule.name,
          section: "spiffs",
          subject: fact.id,
          fact,
          program,
          tier,
          on: fact.on,
          rate: null,
          baseMinor,
          amountMinor,
          explanation: `${rule.title}: ${formatMinorUnits(amountMinor, program.currency)} for what was sold on ${formatForReading(fact.on)}.${firstDealInWords(of)}`,
        },
      ];
    }),
  );
}

/** Null before the first placement, and for tiers that are not paid. */
const payOf = ({ pays }: Spiff, tier: string | null): Rational | null => {
  if (tier === null) return null;
  return pays instanceof Map ? (pays.get(tier) ?? null) : (pays as Rational); // A number where it is no map.
};
