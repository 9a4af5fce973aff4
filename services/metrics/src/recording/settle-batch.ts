import { knownCalendarDate } from "@tiergraph/program/exact";
import { NOTHING_CLOSES, type Posting } from "@tiergraph/program/measure";
import {
  type FactChanges,
  type FactContent,
  type FactProblem,
  type FactReport,
  type FactRow,
  type HeldKey,
  KnownFacts,
  keyOf,
  placeOf,
  shareOf,
  WHOLE,
} from "../fact/index.js";
import { holdRefund, spreadRefunds } from "../refund/index.js";
import { oneTotal, sharesToChange } from "../share/index.js";
import { settleFact } from "./settle-fact.js";

/** Why a refund is corrected that nobody has corrected. */
export const RATE_OF_DEAL_CHANGED = "The exchange rate of its deal changed.";

export type FactOutcome =
  | {
      readonly kind: "Recorded" | "Updated" | "Unchanged" | "Voided" | "Replaced";
      readonly externalId: string;
      readonly partnerId: string;
      readonly factId: string;
      /** The day that it counts for, or from which it counts no more. */
      readonly countsOn: string;
      /** Where that is a later day than its own, whose period had closed; left out where it is not. */
      readonly late?: LateOutcome;
    }
  /** It does not count yet: it is kept until what it needs is there, or a person decides. */
  | { readonly kind: "Waiting"; readonly externalId: string; readonly problem: FactProblem }
  | { readonly kind: "Refused"; readonly externalId: string; readonly problem: FactProblem };

interface LateOutcome {
  readonly fact: FactRow;
  /** The day on which it happened. */
  readonly on: string;
  readonly isTakenBack: boolean;
}

/** A sound fact or the reason why it is not, in the order of the batch. */
export type CheckedReport =
  | {
      readonly kind: "Sound";
      readonly externalId: string;
      readonly content: FactContent;
      /** What it was made of, to be kept where it has to wait; left out where it never does. */
      readonly report?: FactReport;
      readonly mayEndSooner?: boolean;
    }
  | {
      readonly kind: "Refused";
      readonly externalId: string;
      readonly problem: FactProblem;
      readonly report?: FactReport;
    };

/** A report that does not count yet, and why. */
interface WaitingReport {
  readonly content: FactContent;
  readonly report: FactReport;
  readonly problem: FactProblem;
}

export interface SettledBatch extends FactChanges {
  readonly outcomes: readonly FactOutcome[];
  readonly waiting: readonly WaitingReport[];
}

/**
 * Settles a batch against what is known: in its order, refunds after all others, since the deals that they take from may
 * stand after them. A deal that stands in the batch twice is settled against its first appearance, just as if it had
 * come in two batches.
 *
 * @param rows the latest revision of each fact that the batch may touch
 * @param keys of all external ids of the batch, and of the deals that its refunds name
 * @param posting by which facts that are known change, whose own period may have closed
 */
export function settleBatch(
  reports: readonly CheckedReport[],
  rows: readonly FactRow[],
  keys: readonly HeldKey[],
  posting: Posting = NOTHING_CLOSES,
): SettledBatch {
  const known = new KnownFacts(rows, keys);
  const waiting: WaitingReport[] = [];
  const touched: FactContent[] = [];
  const outcomes = new Array<FactOutcome>(reports.length);
  for (const index of inOrder(reports)) {
    const report = reports[index] as CheckedReport; // The indexes are those of the reports.
    const outcome = settleReport(report, known);
    outcomes[index] = outcome;
    if (report.kind === "Refused") continue;
    const { content } = report;
    if (outcome.kind === "Waiting" && report.report !== undefined)
      waiting.push({ content, report: report.report, problem: outcome.problem });
    touched.push(content);
  }
  settleAmounts(known, touched, posting);
  return { outcomes, waiting, ...known.changes() };
}

const inOrder = (reports: readonly CheckedReport[]): number[] => {
  const isRefund = (index: number) => {
    const report = reports[index];
    return report?.kind === "Sound" && report.content.refundsDeal != null;
  };
  const indexes = [...reports.keys()];
  return [...indexes.filter((index) => !isRefund(index)), ...indexes.filter(isRefund)];
};

function settleReport(report: CheckedReport, known: KnownFacts): FactOutcome {
  if (report.kind === "Refused") return { kind: "Refused", externalId: report.externalId, problem: report.problem };
  const { externalId, mayEndSooner } = report;
  const current = known.latest(report.content);
  const settlement = settleFact(report.content, current, mayEndSooner);
  if (settlement.kind === "Refused") return { kind: "Refused", externalId, problem: settlement.problem };
  if (settlement.kind === "Unchanged") return outcomeOf("Unchanged", settlement.known);
  const exceeding = sharesProblem(report.content, known.creditedToOthers(report.content));
  if (exceeding !== null) return { kind: "Refused", externalId, problem: exceeding };
  const fit = fitting(report.content, known);
  if (fit.kind !== "Fits")
    return { kind: fit.kind === "Waits" ? "Waiting" : "Refused", externalId, problem: fit.problem };
  const before = settlement.kind === "Advances" ? settlement.known : null;
  const row: FactRow = {
    factId: before?.factId ?? known.factIdOf(fit.content),
    revision: known.revisionAfter(before),
    reversedOn: null,
    isVoid: false,
    correctedBecause: null,
    ...fit.content,
  };
  known.put(row, before);
  return outcomeOf(before === null ? "Recorded" : "Updated", row);
}

/**
 * Checks a fact against the others that it has to agree with: the deal that it takes from, the other shares of its own.
 */
export function fitting(
  content: FactContent,
  known: KnownFacts,
  others: readonly FactRow[] = known.othersSharing(content),
): ReturnType<typeof holdRefund> {
  const total = oneTotal(content, others);
  if (total.kind === "Differs") return { kind: "Waits", problem: total.problem };
  if (content.refundsDeal == null) return { kind: "Fits", content: total.content };
  return holdRefund(total.content, known.behind(content));
}

/**
 * Brings the shares of deals that a batch touched to what their whole comes to, and their refunds to what these take of it;
 * each that changes is a new revision. A fact that is shared with nobody and was never refunded is left alone; in a closed
 * period no cent moves, but what goes at another exchange rate now is posted.
 */
export function settleAmounts(known: KnownFacts, touched: readonly FactContent[], posting: Posting): void {
  const isClosed = (row: FactRow) => posting(knownCalendarDate(row.occurredOn)).kind !== "Open";
  const keys = touched.map(({ refundsDeal, family, externalId }) =>
    refundsDeal == null ? { family, externalId } : { family: "deal", externalId: refundsDeal },
  );
  for (const key of new Map(keys.map((one) => [keyOf(one), one])).values())
    for (const row of sharesToChange(known, key, isClosed)) revise(known, row, posting);
  const ofPartners = touched.flatMap(({ partnerId }, index) => {
    const { family = "", externalId = "" } = keys[index] ?? {};
    const sharing = known.partsOf({ family, externalId }).map((part) => part.partnerId);
    return [partnerId, ...sharing].map((id) => ({ partnerId: id, family, externalId }));
  });
  for (const place of new Map(ofPartners.map((one) => [placeOf(one), one])).values()) {
    const deal = known.latest(place);
    if (place.family !== "deal" || deal === null || deal.isVoid) continue;
    const refunds = { parts: known.partsOf(place), refunds: known.refundsOf(place), isClosed };
    for (const row of spreadRefunds(deal, refunds)) revise(known, row, posting);
  }
}

function revise(known: KnownFacts, row: FactRow, posting: Posting): void {
  const before = known.latest(row);
  const day = posting(knownCalendarDate(row.occurredOn));
  if (day.kind === "Closed") return;
  if (day.kind === "Posted" && before !== null) known.post(row, before, day.on);
  else known.put({ ...row, revision: known.revisionAfter(before) }, before);
}

/** Null where what others are credited with leaves room for the share. */
export function sharesProblem(content: Pick<FactContent, "externalId" | "origin">, others: number): FactProblem | null {
  const share = shareOf(content);
  if (others + share <= WHOLE) return null;
  if (share === WHOLE)
    return {
      code: "RECORDED_FOR_ANOTHER_PARTNER",
      field: "externalId",
      message: `${content.externalId} is recorded for another partner.`,
    };
  return {
    code: "SHARES_EXCEED_WHOLE",
    field: "credit",
    message: `Of ${content.externalId}, ${(WHOLE - others) / 100}% are left to be credited, not ${share / 100}%.`,
  };
}

export const outcomeOf = (
  kind: Exclude<FactOutcome["kind"], "Refused" | "Waiting">,
  row: FactRow,
): Exclude<FactOutcome, { kind: "Refused" | "Waiting" }> => ({
  kind,
  externalId: row.externalId,
  partnerId: row.partnerId,
  factId: row.factId,
  countsOn: row.occurredOn,
  ...(row.origin?.happenedOn == null ? {} : { late: { fact: row, on: row.origin.happenedOn, isTakenBack: false } }),
});
