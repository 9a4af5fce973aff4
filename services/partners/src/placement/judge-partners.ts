import { dayOf } from "@tiergraph/kit/process/clock";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import {
  batchPlacer,
  type GovernanceState,
  type Hold,
  type MeasureInput,
  type Override,
  placePartner,
  type RecordOutline,
  recordOf,
  serializeRecord,
  valuesOfInputs,
} from "@tiergraph/program/place";
import type { DecisionRow } from "./decision.entity.js";
import { hashOf } from "./decision-chain.js";
import type { TierStatusRow } from "./tier-status.entity.js";
import type { TierPeriodRow } from "./tier-status.store.js";

/** One partner, as it stands before it is judged. */
export interface Candidate {
  readonly partnerId: string;
  readonly tracks: readonly string[];
  readonly region: string | null;
  readonly country: string | null;
  readonly joinedOn: string;
  /** Null before the first judgement. */
  readonly status: TierStatusRow | null;
  /** The tier periods in force, earliest first. */
  readonly periods: readonly TierPeriodRow[];
  /** The partner's latest decision; null before the first judgement. */
  readonly latest: DecisionRow | null;
  /** The decision that stood before the day that is judged; null where none did. */
  readonly before: DecisionRow | null;
  /** Every measure of the program, by name. */
  readonly measures: readonly MeasureInput[];
  /** What persons have decided about the partner, where it holds on the day. */
  readonly approvals: readonly string[];
  readonly override: Override | null;
  readonly hold: Hold | null;
}

export interface Judgement {
  readonly program: Program;
  readonly asOf: string;
  readonly runId: string | null;
  /** When the measuring began: what was measured later overrules, also where it arrives first. */
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
      /** Periods in force that no longer are. */
      readonly superseded: readonly TierPeriodRow[];
      /** The partner's periods that have begun, for those who act on them; null where they stay as they were. */
      readonly published: readonly TierPeriodRow[] | null;
    };

/** Judges one partner. The decision stands from its day on, in place of what was decided for that day or later. */
export function judgePartner(candidate: Candidate, judgement: Judgement): Verdict {
  const { partnerId, status } = candidate;
  if (isOutdated(candidate, judgement)) return { kind: "Outdated", partnerId };
  const { record, body } = decide(candidate, judgement);
  if (status !== null && status.asOf === judgement.asOf && candidate.latest?.body === body)
    return { kind: "Unchanged", partnerId, status: { ...status, measuredAt: judgement.measuredAt } };

  const decision = rowOf(candidate, judgement, { record, body });
  const periods = periodsAfter(candidate, decision, record);
  const today = dayOf(judgement.decidedAt);
  const isNews = !isSameHistory(begun(periods, today), begun(candidate.periods, today));
  return {
    kind: "Decided",
    partnerId,
    decision,
    opened: periods.find(({ decisionId }) => decisionId === decision.decisionId) ?? null,
    superseded: candidate.periods.filter((period) => !periods.includes(period)),
    published: isNews ? begun(periods, today) : null,
    status: statusAfter(candidate, judgement, { decision, periods, isNews }),
  };
}

/** What was measured later overrules; what an earlier version of the program judged never does. */
function isOutdated({ status, latest }: Candidate, { program, measuredAt }: Judgement): boolean {
  if (status === null || latest === null || measuredAt >= status.measuredAt) return false;
  return latest.program === program.name && latest.programVersion === program.version;
}

/** Swiftly where the program and the partner's numbers allow it; the record is the same in either way. */
function decide(
  candidate: Candidate,
  { program, asOf }: Judgement,
): { readonly record: RecordOutline; readonly body: string } {
  const { tracks, region, country, joinedOn, approvals, override, hold } = candidate;
  const placement = {
    asOf: knownCalendarDate(asOf),
    partner: { tracks, region, country, joinedOn: knownCalendarDate(joinedOn) },
    approvals,
    override,
    hold,
    before: standingBefore(candidate, asOf),
  };
  const swift = batchPlacer(program)?.place({ measures: candidate.measures, ...placement }) ?? null;
  if (swift !== null) return { record: swift.outline, body: swift.body };
  const measures = valuesOfInputs(program, candidate.measures, placement.asOf);
  const record = placePartner({ program, measures, ...placement });
  return { record, body: serializeRecord(record) };
}

/** What governance remembers: as the decision before left it, or what the history says where that remembers nothing. */
function standingBefore({ before, periods }: Candidate, asOf: string): GovernanceState | null {
  if (before?.format === 2) return recordOf(before.body).after;
  const held = periods.findLast(({ fromOn }) => fromOn < asOf);
  if (held === undefined) return null;
  const since = knownCalendarDate(held.fromOn);
  return {
    tier: held.tier,
    since,
    placed: held.tier,
    placedSince: since,
    missedSince: null,
    demotedOn: null,
    reviewedUpOn: null,
    reviewedDownOn: null,
    steps: null,
    metOn: {},
    heldSince: { [held.tier]: since },
  };
}

function rowOf(
  { partnerId, status, latest }: Candidate,
  { asOf, runId, decidedAt, newId }: Judgement,
  { record, body }: { readonly record: RecordOutline; readonly body: string },
): DecisionRow {
  const sequence = (status?.sequence ?? 0) + 1;
  const previousHash = latest?.hash ?? null;
  return {
    partnerId,
    decisionId: newId(),
    sequence,
    runId,
    asOf,
    decidedAt,
    program: record.program,
    programVersion: record.version,
    tier: record.tier,
    previousTier: record.before?.placed ?? null,
    outcome: record.outcome,
    format: 2,
    effectiveOn: record.effectiveOn,
    body,
    previousHash,
    hash: hashOf({ partnerId, sequence, runId, decidedAt, body, previousHash }),
  };
}

/** The history up to the day, and the tier from when it holds; a period that was opened before and still stands stays. */
function periodsAfter(
  { partnerId, periods }: Candidate,
  { decisionId, asOf }: DecisionRow,
  { tier, after }: RecordOutline,
): readonly TierPeriodRow[] {
  const earlier = periods.filter(({ fromOn }) => fromOn < asOf);
  if (earlier.at(-1)?.tier === tier) return earlier;
  const fromOn: string = after.placedSince < asOf ? asOf : after.placedSince;
  const standing = periods.find((period) => period.fromOn === fromOn && period.tier === tier);
  const isNext =
    standing !== undefined && periods[earlier.length] === standing && periods.length === earlier.length + 1;
  return [...earlier, isNext ? standing : { partnerId, decisionId, fromOn, tier }];
}

function statusAfter(
  { partnerId, status }: Candidate,
  { asOf, measuredAt, decidedAt }: Judgement,
  after: { readonly decision: DecisionRow; readonly periods: readonly TierPeriodRow[]; readonly isNews: boolean },
): TierStatusRow {
  const { decision, periods, isNews } = after;
  // Before a first placement takes effect there is no tier to be in but its own.
  const inEffect = periods.findLast(({ fromOn }) => fromOn <= asOf) ?? periods[0];
  const pending = periods.find(({ fromOn }) => fromOn > asOf && fromOn !== inEffect?.fromOn);
  return {
    partnerId,
    tier: inEffect?.tier ?? decision.tier,
    since: inEffect?.fromOn ?? asOf,
    pendingTier: pending?.tier ?? null,
    pendingFrom: pending?.fromOn ?? null,
    asOf,
    measuredAt,
    sequence: decision.sequence,
    decisionId: decision.decisionId,
    periodSequence: (status?.periodSequence ?? 0) + (isNews ? 1 : 0),
    toldOn: dayOf(decidedAt),
  };
}

const isSameHistory = (left: readonly TierPeriodRow[], right: readonly TierPeriodRow[]): boolean =>
  left.length === right.length &&
  left.every(({ fromOn, tier }, i) => right[i]?.fromOn === fromOn && right[i]?.tier === tier);

/** The periods that have begun by a day: what is published to services that act on what holds and not on what will. */
export const begun = (periods: readonly TierPeriodRow[], day: string): TierPeriodRow[] =>
  periods.filter(({ fromOn }) => fromOn <= day);
