import { isText } from "@tiergraph/kit/values/text";
import { isFromFacts, isSimple, leavesOf } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import {
  compare,
  daysBetween,
  knownCalendarDate,
  parseDecimal,
  type Rational,
  rational,
  ZERO,
} from "@tiergraph/program/exact";
import { additiveSeries } from "@tiergraph/program/measure";

/** An adjustment as somebody proposes it. */
export interface AdjustmentProposal {
  readonly measure: string;
  readonly kind: "factor" | "excused";
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
  /** Decimal text. */
  readonly factor?: string | null;
  readonly regions?: readonly string[] | null;
  readonly markets?: readonly string[] | null;
  readonly why: string;
}

export type AdjustmentProblemCode =
  | "MEASURE_UNKNOWN"
  | "MEASURE_NOT_ADJUSTABLE"
  | "PERIOD_INVALID"
  | "FACTOR_INVALID"
  | "MARKET_UNKNOWN"
  | "TEXT_INVALID";

export interface AdjustmentProblem {
  readonly code: AdjustmentProblemCode;
  readonly field: string;
  readonly message: string;
}

export type CheckedAdjustment =
  | { readonly kind: "Sound"; readonly factor: Rational | null }
  | { readonly kind: "Refused"; readonly problem: AdjustmentProblem };

const MAX_DAYS = 1_100;
const MAX_FACTOR = rational(100);
const MAX_NAMES = 50;

/** Checks a proposal against the program; the first problem is told. */
export function checkAdjustment(proposal: AdjustmentProposal, program: Program): CheckedAdjustment {
  const problem =
    measureProblem(proposal, program) ??
    periodProblem(proposal) ??
    factorProblem(proposal) ??
    placeProblem(proposal, program) ??
    whyProblem(proposal);
  if (problem !== null) return { kind: "Refused", problem };
  return { kind: "Sound", factor: proposal.factor == null ? null : parseDecimal(proposal.factor) };
}

function measureProblem({ measure: name, kind }: AdjustmentProposal, program: Program): AdjustmentProblem | null {
  const measure = [...program.measures, ...program.measures.flatMap(leavesOf)].find((known) => known.name === name);
  if (measure === undefined) return problemOf("MEASURE_UNKNOWN", "measure", `${program.name} has no measure ${name}.`);
  const isAdjustable =
    kind === "factor"
      ? isSimple(measure) && additiveSeries(measure) !== null
      : isFromFacts(measure) && measure.kind !== "percentile";
  return isAdjustable
    ? null
    : problemOf(
        "MEASURE_NOT_ADJUSTABLE",
        "measure",
        kind === "factor"
          ? `${name} does not add up over days: only sums and counts that do are multiplied.`
          : `${name} does not count days of its own.`,
      );
}

function periodProblem({ from, to }: AdjustmentProposal): AdjustmentProblem | null {
  const days = daysBetween(knownCalendarDate(from), knownCalendarDate(to));
  return days >= 1 && days <= MAX_DAYS
    ? null
    : problemOf("PERIOD_INVALID", "to", `A period has 1 to ${MAX_DAYS} days; \`to\` is the day after the last.`);
}

function factorProblem({ kind, factor }: AdjustmentProposal): AdjustmentProblem | null {
  if (kind === "excused")
    return factor == null ? null : problemOf("FACTOR_INVALID", "factor", "Excused days have no factor.");
  const value = factor == null ? null : parseDecimal(factor);
  return value !== null && compare(value, ZERO) > 0 && compare(value, MAX_FACTOR) <= 0
    ? null
    : problemOf("FACTOR_INVALID", "factor", "A factor is above 0 and at most 100.");
}

function placeProblem({ regions, markets }: AdjustmentProposal, program: Program): AdjustmentProblem | null {
  const unknown = markets?.find((name) => !program.markets.some((market) => market.name === name));
  if (unknown !== undefined)
    return problemOf("MARKET_UNKNOWN", "markets", `${program.name} has no market ${unknown.slice(0, 50)}.`);
  const names = regions ?? [];
  return names.length <= MAX_NAMES && names.every(isText)
    ? null
    : problemOf("TEXT_INVALID", "regions", `At most ${MAX_NAMES} regions of 1 to 200 characters.`);
}

const whyProblem = ({ why }: AdjustmentProposal): AdjustmentProblem | null =>
  isText(why) ? null : problemOf("TEXT_INVALID", "why", "An adjustment needs a reason of 1 to 200 characters.");

const problemOf = (code: AdjustmentProblemCode, field: string, message: string): AdjustmentProblem => ({
  code,
  field,
  message,
});
