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
import { MAX_DAYS, MAX_REGIONS, type ProposalRefusal, proposalRefusals } from "./adjustment.refusals.js";

/** An adjustment as somebody proposes it. */
export interface AdjustmentProposal {
  readonly measure: string;
  readonly kind: "factor" | "excused";
  readonly from: string;
  /** The first day after. */
  readonly until: string;
  /** Decimal text. */
  readonly factor?: string | null;
  readonly regions?: readonly string[] | null;
  readonly markets?: readonly string[] | null;
  readonly reason: string;
}

type CheckedAdjustment = { readonly kind: "Sound"; readonly factor: Rational | null } | ProposalRefusal;

const MAX_FACTOR = rational(100);

/** Checks a proposal against the program; the first problem is the answer. */
export const checkAdjustment = (proposal: AdjustmentProposal, program: Program): CheckedAdjustment =>
  measureProblem(proposal, program) ??
  periodProblem(proposal) ??
  factorProblem(proposal) ??
  placeProblem(proposal, program) ??
  reasonProblem(proposal) ?? {
    kind: "Sound",
    factor: proposal.factor == null ? null : parseDecimal(proposal.factor),
  };

function measureProblem({ measure: name, kind }: AdjustmentProposal, program: Program): ProposalRefusal | null {
  const measure = [...program.measures, ...program.measures.flatMap(leavesOf)].find((known) => known.name === name);
  if (measure === undefined) return proposalRefusals.MeasureUnknown({ program: program.name, measure: name });
  if (kind === "factor")
    return isSimple(measure) && additiveSeries(measure) !== null
      ? null
      : proposalRefusals.MeasureNotAdditive({ measure: name });
  return isFromFacts(measure) && measure.kind !== "percentile"
    ? null
    : proposalRefusals.MeasureWithoutDays({ measure: name });
}

function periodProblem({ from, until }: AdjustmentProposal): ProposalRefusal | null {
  const days = daysBetween(knownCalendarDate(from), knownCalendarDate(until));
  return days >= 1 && days <= MAX_DAYS ? null : proposalRefusals.PeriodInvalid();
}

function factorProblem({ kind, factor }: AdjustmentProposal): ProposalRefusal | null {
  if (kind === "excused") return factor == null ? null : proposalRefusals.FactorOfExcused();
  const value = factor == null ? null : parseDecimal(factor);
  return value !== null && compare(value, ZERO) > 0 && compare(value, MAX_FACTOR) <= 0
    ? null
    : proposalRefusals.FactorInvalid();
}

function placeProblem({ regions, markets }: AdjustmentProposal, program: Program): ProposalRefusal | null {
  const unknown = markets?.find((name) => !program.markets.some((market) => market.name === name));
  if (unknown !== undefined) return proposalRefusals.MarketUnknown({ program: program.name, market: unknown });
  const names = regions ?? [];
  return names.length <= MAX_REGIONS && names.every(isText) ? null : proposalRefusals.RegionsInvalid();
}

const reasonProblem = ({ reason }: AdjustmentProposal): ProposalRefusal | null =>
  isText(reason) ? null : proposalRefusals.ReasonMissing();
