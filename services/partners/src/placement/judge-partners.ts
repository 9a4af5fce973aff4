import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { MeasureValue } from "@tiergraph/program/measure/measure-facts";
import { type PlacementDecision, placePartner, serializeDecision } from "@tiergraph/program/place/place-partner";
import type { TierPeriodRow, TierStatusRow } from "../tier-status/tier-status.store.js";
import type { DecisionRow } from "./decision.store.js";

/** One partner, as it stands before it is judged. */
export interface Candidate {
  readonly partnerId: string;
  readonly tracks: readonly string[];
  /** Null before the first judgement. */
  readonly status: TierStatusRow | null;
  /** The tier periods in force, earliest first. */
  readonly periods: readonly TierPeriodRow[];
  /** The latest decision in canonical form; null before the first judgement. */
  readonly lastBody: string | null;
  readonly measures: readonly MeasureValue[];
}

export interface Judgement {
  readonly program: Program;
  readonly asOf: string;
  readonly runId: string | null;
  /** When the measuring began: what was measured later overrules, whatever arrives first. */
  readonly measuredAt: Date;
  readonly decidedAt: Date;
  readonly newId: () => string;
}

export type Verdict =
  /** A judgement on later measures stands already. */
  | { readonly kind: "Outdated"; readonly partnerId: string }
  /** The same day, rules and measures were judged last: the decision would be the same word for word. */
  | {
      readonly kind: "Unchanged";
      readonly partnerId: string;
      /** The status as it stands, known to hold for the later measures too. */
      readonly status: TierStatusRow;
    }
  | {
      readonly kind: "Decided";
      readonly partnerId: string;
      readonly decision: DecisionRow;
      readonly status: TierStatusRow;
      /** The period that the decision opens; null where the tier before the day is kept on. */
      readonly opened: TierPeriodRow | null;
      /** The partner's periods from now on; null where they stay as they were. */
      readonly periods: readonly TierPeriodRow[] | null;
    };

/** Judges one partner. The decision holds from its day on, in place of whatever was decided for that day or later. */
export function judgePartner(candidate: Candidate, judgement: Judgement): Verdict {
  const { partnerId, status } = candidate;
  if (isOutdated(candidate, judgement)) return { kind: "Outdated", partnerId };
  const held = candidate.periods.findLast(({ fromOn }) => fromOn <= judgement.asOf) ?? null;
  const decision = decide(candidate, judgement, held);
  // Judged again, the previous tier is the one that the last judgement led to: all else equal, nothing is new.
  if (status !== null && status.asOf === judgement.asOf && isSameJudgement(candidate.lastBody, decision))
    return { kind: "Unchanged", partnerId, status: { ...status, measuredAt: judgement.measuredAt } };

  const decisionId = judgement.newId();
  const earlier = candidate.periods.filter(({ fromOn }) => fromOn < judgement.asOf);
  const opens = earlier.at(-1)?.tier !== decision.tier;
  const opened = opens ? { partnerId, decisionId, fromOn: judgement.asOf, tier: decision.tier } : null;
  const periods = opened === null ? earlier : [...earlier, opened];
  const changed = !isSameHistory(periods, candidate.periods);
  return {
    kind: "Decided",
    partnerId,
    opened,
    periods: changed ? periods : null,
    decision: {
      partnerId,
      decisionId,
      sequence: (status?.sequence ?? 0) + 1,
      runId: judgement.runId,
      asOf: judgement.asOf,
      decidedAt: judgement.decidedAt,
      program: decision.program,
      programVersion: decision.version,
      tier: decision.tier,
      previousTier: decision.previousTier,
      outcome: decision.outcome,
      body: serializeDecision(decision),
    },
    status: {
      partnerId,
      tier: decision.tier,
      since: periods.at(-1)?.fromOn ?? judgement.asOf,
      asOf: judgement.asOf,
      measuredAt: judgement.measuredAt,
      sequence: (status?.sequence ?? 0) + 1,
      decisionId,
      periodSequence: (status?.periodSequence ?? 0) + (changed ? 1 : 0),
    },
  };
}

/** What was measured later overrules; what an earlier version of the program judged never does. */
function isOutdated({ status, lastBody }: Candidate, { program, measuredAt }: Judgement): boolean {
  if (status === null || lastBody === null || measuredAt >= status.measuredAt) return false;
  const last = JSON.parse(lastBody) as PlacementDecision; // Written by `serializeDecision`.
  return last.program === program.name && last.version === program.version;
}

const decide = (candidate: Candidate, { program, asOf }: Judgement, held: TierPeriodRow | null): PlacementDecision =>
  placePartner({
    program,
    asOf: knownCalendarDate(asOf),
    measures: new Map(candidate.measures.map((value) => [value.measure, value])),
    partner: { tracks: candidate.tracks },
    current: held === null ? null : { tier: held.tier },
  });

function isSameJudgement(lastBody: string | null, decision: PlacementDecision): boolean {
  return lastBody !== null && judgedBy(lastBody) === judgedBy(serializeDecision(decision));
}

/** What a decision was made from, and the tier it came to; which tier was held before is no part of that. */
function judgedBy(body: string): string {
  const { program, version, inputs, tier } = JSON.parse(body) as PlacementDecision; // Written by `serializeDecision`.
  return JSON.stringify([program, version, inputs, tier]);
}

const isSameHistory = (left: readonly TierPeriodRow[], right: readonly TierPeriodRow[]): boolean =>
  left.length === right.length &&
  left.every(({ fromOn, tier }, i) => right[i]?.fromOn === fromOn && right[i]?.tier === tier);
