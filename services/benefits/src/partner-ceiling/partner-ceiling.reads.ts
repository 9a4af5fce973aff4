import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { periodContaining } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import type { Ceiling } from "@tiergraph/program/document/rewards";
import { compare, knownCalendarDate, moneyOf, multiply, ONE, rational } from "@tiergraph/program/exact";
import { holdsRule, mostOf, periodKey } from "@tiergraph/program/reward";
import { sumGivenByRule } from "../ledger/index.js";
import type { Programs } from "../program/index.js";
import { sumRedeemed } from "../redemption/index.js";

export function partnerCeilingReads({ reader, today: day }: ReadParts, programs: Programs) {
  /** What the rules that a ceiling holds have given. */
  const givenUnder = async (ceiling: Ceiling, program: Program, days: Parameters<typeof sumGivenByRule>[1]) => {
    const sections = (["rebates", "bonuses", "spiffs"] as const).flatMap((section) =>
      program[section].map(({ name }) => ({ section, rule: name })),
    );
    const held = new Set(sections.filter((rule) => holdsRule(ceiling, rule)).map(({ rule }) => rule));
    return (await sumGivenByRule(reader, days)).filter(({ rule }) => held.has(rule));
  };
  return {
    async partnerCeilings(partnerId: string) {
      const program = await programs.inForce();
      if (program === null) return [];
      const today = knownCalendarDate(day);
      const own = program.ceilings.filter(({ each }) => each === "partner");
      return Promise.all(
        own.map(async (ceiling) => {
          const { from, until } = periodContaining(ceiling.over, today, program.calendar);
          const days = { partnerId, program: program.name, from, until };
          const sums =
            ceiling.of === "payouts" ? await sumRedeemed(reader, days) : await givenUnder(ceiling, program, days);
          const counted = sums.map(({ amountMinor, times }) => (ceiling.most.unit === "money" ? amountMinor : times));
          return partnerCeilingNode(ceiling, {
            usedSoFar: counted.reduce((sum, one) => sum + one, 0n),
            most: mostOf(ceiling, program),
            periodFrom: periodKey(ceiling.over, today, program.calendar),
            currency: program.currency,
          });
        }),
      );
    },
  };
}
export type PartnerCeilingReads = ReturnType<typeof partnerCeilingReads>;

function partnerCeilingNode(
  ceiling: Ceiling,
  { usedSoFar, most, periodFrom, currency }: { usedSoFar: bigint; most: bigint; periodFrom: string; currency: string },
) {
  const isMoney = ceiling.most.unit === "money";
  const mark = multiply(ceiling.alertAt ?? ONE, rational(most));
  return {
    ceiling: ceiling.name,
    title: ceiling.title,
    why: ceiling.why,
    isHard: ceiling.beyond !== "alert",
    periodFrom: periodFrom === "" ? null : periodFrom,
    used: isMoney ? moneyOf({ minor: usedSoFar, currency }) : null,
    most: isMoney ? moneyOf({ minor: most, currency }) : null,
    timesUsed: isMoney ? null : Number(usedSoFar),
    mostTimes: isMoney ? null : Number(most),
    isReached: compare(rational(usedSoFar), mark) >= 0,
  };
}
