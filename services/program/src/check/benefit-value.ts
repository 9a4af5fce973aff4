import { type Benefit, DIMENSIONS, type Dimension } from "../document/benefits/index.js";
import type { Program } from "../document/program/index.js";
import type { Tier, TierBenefit } from "../document/tiers/index.js";
import {
  add,
  compare,
  formatMoney,
  formatPercent,
  isZero,
  multiply,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../exact/index.js";
import type { Finding } from "./finding.js";
import { paysMoney, paysMoreIn } from "./money-by-tier.js";

/**
 * Finds dimensions in which a tier is worth no more than the one below it, and benefits that a higher tier takes away.
 */
export function findFlatBenefits(program: Program): Finding[] {
  if (program.benefits.length === 0) return [];
  const unused = DIMENSIONS.filter(
    (dimension) =>
      !program.benefits.some((benefit) => benefit.dimension === dimension) &&
      !(dimension === "financial" && paysMoney(program)),
  );
  const pairs = program.tiers.slice(1).flatMap((higher, i) => {
    const lower = program.tiers[i];
    return lower === undefined ? [] : [{ program, lower, higher }];
  });
  return [
    ...(pairs.length === 0 ? [] : unused.map((dimension) => nothingIn(program, dimension))),
    ...pairs.flatMap((pair) => [
      ...DIMENSIONS.filter((dimension) => !unused.includes(dimension)).flatMap((dimension) => rise(pair, dimension)),
      ...lost(pair),
    ]),
  ];
}

/** A tier and the one below it. */
interface Pair {
  readonly program: Program;
  readonly lower: Tier;
  readonly higher: Tier;
}

const IN_WORDS = {
  financial: "financial value",
  "technical-enablement": "technical enablement",
  "go-to-market": "go-to-market value",
} as const satisfies Record<Dimension, string>;

function severityIn({ checks }: Program): Finding["severity"] {
  return checks.valueRisesBy === null ? "warning" : "error";
}

function nothingIn(program: Program, dimension: Dimension): Finding {
  return {
    code: "VALUE_DOES_NOT_RISE",
    severity: severityIn(program),
    path: "benefits",
    message: `No benefit has the dimension ${dimension}, so no tier is worth more to a partner in it.`,
    remedy: `Declare benefits of the dimension ${dimension}, and give more of them in each higher tier.`,
  };
}

function rise(pair: Pair, dimension: Dimension): Finding[] {
  const { program, lower, higher } = pair;
  if (dimension === "financial" && paysMoreIn(program, { lower: lower.name, higher: higher.name })) return [];
  const [before, after] = [lower, higher].map((tier) => benefitsIn(program, tier, dimension));
  if (before === undefined || after === undefined) return [];
  const [less, more] = [worthOf(before), worthOf(after)];
  const finding = (message: string, remedy: string): Finding[] => [
    {
      code: "VALUE_DOES_NOT_RISE",
      severity: severityIn(program),
      path: `tiers.${higher.name}.benefits`,
      message,
      remedy,
    },
  ];
  const subject = `the ${IN_WORDS[dimension]}`;
  // Without values, more of a benefit is not worth more.
  const isUnpriced = [...before, ...after].every(({ benefit: { value } }) => value === null || isZero(value));
  if (less === null || more === null || isUnpriced) {
    if (grantsMore(before, after)) return [];
    return finding(
      `${higher.title} gives no more of ${subject} than ${lower.title}.`,
      `Give ${higher.title} another ${dimension} benefit, or more of one that ${lower.title} has.`,
    );
  }
  const wanted = program.checks.valueRisesBy;
  if (risesBy(wanted, { less, more })) return [];
  const [from, to] = [less, more].map((value) => formatMoney(value, program.currency));
  const asked = wanted === null ? "it should rise" : `it has to rise by at least ${formatPercent(wanted)}`;
  return finding(
    `From ${lower.title} to ${higher.title} ${subject} goes from ${from} to ${to} a year, while ${asked}.`,
    `Give more in ${higher.title}, or correct the values of the benefits.`,
  );
}

interface GrantedBenefit {
  readonly benefit: Benefit;
  readonly quantity: number | null;
}

function benefitsIn(program: Program, tier: Tier, dimension: Dimension): GrantedBenefit[] {
  return tier.benefits.flatMap(({ benefit: name, quantity }) => {
    const benefit = program.benefits.find((candidate) => candidate.name === name);
    return benefit?.dimension === dimension ? [{ benefit, quantity }] : [];
  });
}

/** The value a year; null where a benefit has none. */
function worthOf(given: readonly GrantedBenefit[]): Rational | null {
  return given.reduce<Rational | null>((sum, { benefit, quantity }) => {
    if (sum === null || benefit.value === null) return null;
    return add(sum, multiply(benefit.value, quantity === null ? ONE : rational(quantity)));
  }, ZERO);
}

function risesBy(share: Rational | null, { less, more }: { less: Rational; more: Rational }): boolean {
  if (share === null || compare(less, ZERO) === 0) return compare(more, less) > 0;
  return compare(more, multiply(less, add(ONE, share))) >= 0;
}

function grantsMore(before: readonly GrantedBenefit[], after: readonly GrantedBenefit[]): boolean {
  return after.some(({ benefit, quantity }) => {
    const known = before.find((given) => given.benefit.name === benefit.name);
    return known === undefined || (known.quantity !== null && (quantity === null || quantity > known.quantity));
  });
}

function lost({ program, lower, higher }: Pair): Finding[] {
  return lower.benefits.flatMap((given): Finding[] => {
    const kept = higher.benefits.find(({ benefit }) => benefit === given.benefit);
    if (kept !== undefined && !isFewer(kept, given)) return [];
    const title = program.benefits.find(({ name }) => name === given.benefit)?.title ?? given.benefit;
    const path = `tiers.${higher.name}.benefits`;
    const message =
      kept === undefined
        ? `${higher.title} does not give ${title}, which ${lower.title} below it gives.`
        : `${higher.title} gives ${kept.quantity} of ${title}, while ${lower.title} below it gives ${given.quantity}.`;
    return [
      {
        code: "BENEFIT_LOST",
        severity: "warning",
        path: kept === undefined ? path : `${path}.${given.benefit}`,
        message,
        remedy: `Give ${higher.title} at least what ${lower.title} has: no partner should lose something when it rises.`,
      },
    ];
  });
}

const isFewer = (kept: TierBenefit, given: TierBenefit): boolean =>
  kept.quantity !== null && given.quantity !== null && kept.quantity < given.quantity;
