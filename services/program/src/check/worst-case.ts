import type { Program } from "../document/program/index.js";
import type { Rebate } from "../document/rewards/index.js";
import type { Tier } from "../document/tiers/index.js";
import {
  add,
  compare,
  formatMoney,
  formatPercent,
  multiply,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../exact/index.js";
import { mayPass } from "../reward/index.js";
import { titleOf } from "../words/index.js";
import type { Finding } from "./finding.js";

/** The most that one tier may cost the vendor. */
export interface WorstCase {
  readonly tier: string;
  /**
   * The sum of the highest rates of all rebates of the tier, accelerated where possible: all may pay on the same fact.
   */
  readonly rewardShare: Rational;
  /** The cost of its benefits for one partner and year, in major units; null where a benefit does not say. */
  readonly benefitCost: Rational | null;
}

/** One for each tier, lowest first. */
export function worstCase(program: Program): WorstCase[] {
  return program.tiers.map((tier) => ({
    tier: tier.name,
    rewardShare: program.rebates
      .filter(({ gate }) => mayPass(program, gate, tier.name))
      .map((rebate) => highestRate(rebate, tier.name))
      .reduce(add, ZERO),
    benefitCost: benefitCost(program, tier),
  }));
}

function highestRate({ rateByTier, bands, accelerators }: Rebate, tier: string): Rational {
  const rates = bands?.byTier.get(tier)?.map(({ rate }) => rate) ?? [rateByTier.get(tier) ?? ZERO];
  const highest = rates.reduce((most, rate) => (compare(rate, most) > 0 ? rate : most), ZERO);
  const times = accelerators.reduce(
    (most, accelerator) => (compare(accelerator.times, most) > 0 ? accelerator.times : most),
    ONE,
  );
  return multiply(highest, times);
}

function benefitCost(program: Program, tier: Tier): Rational | null {
  return tier.benefits.reduce<Rational | null>((sum, { benefit: name, quantity }) => {
    const cost = program.benefits.find((benefit) => benefit.name === name)?.cost ?? null;
    if (sum === null || cost === null) return null;
    return add(sum, multiply(cost, quantity === null ? ONE : rational(quantity)));
  }, ZERO);
}

/** Finds tiers whose rewards or benefits cost more than the program allows. */
export function findExceededCeilings(program: Program): Finding[] {
  const { marginCeiling, costCeiling } = program.checks;
  const withoutCeiling: Finding[] = program.rebates.length === 0 || marginCeiling !== null ? [] : [NO_CEILING];
  return [
    ...withoutCeiling,
    ...withoutProgramCeiling(program),
    ...worstCase(program).flatMap(({ tier, rewardShare, benefitCost: cost }) => {
      const title = titleOf(program, tier);
      return [
        ...(marginCeiling !== null && compare(rewardShare, marginCeiling) > 0
          ? [exceedsMargin({ tier, title }, rewardShare, marginCeiling)]
          : []),
        ...(costCeiling !== null && cost !== null && compare(cost, costCeiling) > 0
          ? [
              exceedsCost(
                { tier, title },
                formatMoney(cost, program.currency),
                formatMoney(costCeiling, program.currency),
              ),
            ]
          : []),
      ];
    }),
  ];
}

const NO_CEILING: Finding = {
  code: "NO_MARGIN_CEILING",
  severity: "advice",
  path: "rebates",
  message: "Nothing limits how much of a deal all rebates may take together.",
  remedy: "Set checks.margin-ceiling to the share of revenue that all rewards of one tier may take.",
};

/** Finds rules that pay fixed sums without a ceiling: their cost has no limit. */
function withoutProgramCeiling(program: Program): Finding[] {
  const { bonuses, spiffs, ceilings } = program;
  const isHeld = (address: string) =>
    ceilings.some(
      ({ of, each, beyond }) =>
        each === "program" && beyond !== "alert" && (of === "everything" || (of !== "payouts" && of.includes(address))),
    );
  const addresses = [
    ...bonuses.map(({ name }) => `bonuses.${name}`),
    ...spiffs.map(({ name }) => `spiffs.${name}`),
  ].filter((address) => !isHeld(address));
  return addresses.map((path) => ({
    code: "NO_PROGRAM_CEILING",
    severity: "advice",
    path,
    message: "It pays a sum each time, and nothing limits what all partners are paid together.",
    remedy: "Name a ceiling of the program that holds it, so that the worst case is known.",
  }));
}

interface Named {
  readonly tier: string;
  readonly title: string;
}

function exceedsMargin({ tier, title }: Named, share: Rational, ceiling: Rational): Finding {
  return {
    code: "REWARDS_EXCEED_MARGIN",
    severity: "error",
    path: `tiers.${tier}`,
    message: `All rebates of ${title} take ${formatPercent(share)} of a deal together, above the ceiling of ${formatPercent(ceiling)}.`,
    remedy: `Lower the rates of ${title} under rebates, or raise checks.margin-ceiling if that is meant.`,
  };
}

function exceedsCost({ tier, title }: Named, cost: string, ceiling: string): Finding {
  return {
    code: "BENEFITS_EXCEED_COST",
    severity: "error",
    path: `tiers.${tier}.benefits`,
    message: `The benefits of ${title} cost ${cost} a year and partner, above the ceiling of ${ceiling}.`,
    remedy: `Give fewer of them in ${title}, or raise checks.cost-ceiling if that is meant.`,
  };
}
