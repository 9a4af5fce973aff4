import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isText } from "@tiergraph/kit/values/text";
import { moneyOf } from "@tiergraph/program/exact";
import { heldForCorrection, settleCorrections, type WantedCorrection, writeCorrections } from "../correction/index.js";
import { type FactContent, type FactProblem, type FactRow, findFacts, lockFactKeys, shareOf } from "../fact/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { boundsOf, checkFact, creditedMinor, type FactOutcome } from "../recording/index.js";
import { lockSeriesForRecording } from "../series/index.js";
import { reportedAmountOf, wholeOf } from "../share/index.js";
import { endWaiting, lockWaiting, type WaitingFactRow } from "../waiting-fact/index.js";
import { type DecisionRefusal, decisionRefusals, NO_PROGRAM } from "./release.refusals.js";
import { recordWaiting } from "./release-waiting.action.js";

const WAITING_DECISIONS = ["DISCARD", "TRY_AGAIN", "USE_KNOWN_TOTAL", "USE_THIS_TOTAL"] as const;
type WaitingDecision = (typeof WAITING_DECISIONS)[number];

export interface DecideWaiting {
  readonly partnerId: string;
  readonly waitingId: string;
  readonly decision: WaitingDecision;
  readonly reason: string;
}

export type WaitingDecided = { readonly kind: "WaitingDecided"; readonly fact: WaitingFactRow } | DecisionRefusal;

/** Takes back all that a decision wrote: what it decided on could not be recorded. */
class NotRecorded extends Error {
  constructor(readonly problem: FactProblem) {
    super(problem.message);
  }
}

/** A person decides about a fact that waits: it is recorded, by one total or the other, or never counts. */
export const decideWaiting =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, request: DecideWaiting): Promise<WaitingDecided> => {
    if (!isText(request.reason)) return decisionRefusals.ReasonInvalid();
    return db
      .transact(viewer, (tx) => decideIn(tx, publish, { ...request, now: clock.now() }))
      .catch((error: unknown) => {
        if (error instanceof NotRecorded) return decisionRefusals.StillNotRecorded({ problem: error.problem });
        throw error;
      });
  };

async function decideIn(
  tx: Transaction,
  publish: MetricsPublisher,
  { now, decision, reason, ...key }: DecideWaiting & { readonly now: Date },
): Promise<WaitingDecided> {
  await lockSeriesForRecording(tx);
  const row = await lockWaiting(tx, key);
  if (row === null) return decisionRefusals.WaitingUnknown();
  if (row.state !== "WAITING") return decisionRefusals.AlreadyEnded({ state: row.state });
  const isOfTotal = decision === "USE_KNOWN_TOTAL" || decision === "USE_THIS_TOTAL";
  if (isOfTotal && row.code !== "TOTAL_DIFFERS") return decisionRefusals.DecisionInvalid();
  const state = decision === "DISCARD" ? "DISCARDED" : "RECORDED";
  await endWaiting(tx, [row], { state, at: now, by: tx.viewer.subject, note: reason });
  if (decision === "USE_THIS_TOTAL") refuse(await changeTotal(tx, publish, { row, now, reason }));
  if (state === "RECORDED") {
    const waiting = decision === "USE_KNOWN_TOTAL" ? await withKnownTotal(tx, row) : row;
    const [outcome] = await recordWaiting(tx, publish, { waiting: [waiting], now });
    refuse(problemOf(outcome));
  }
  const fact = await lockWaiting(tx, key);
  if (fact === null) throw new Error(`Waiting fact ${key.waitingId} is gone`);
  return { kind: "WaitingDecided", fact };
}

function refuse(problem: FactProblem | null): void {
  if (problem !== null) throw new NotRecorded(problem);
}

const problemOf = (outcome: FactOutcome | undefined): FactProblem | null =>
  outcome === undefined
    ? NO_PROGRAM
    : outcome.kind === "Refused" || outcome.kind === "Waiting"
      ? outcome.problem
      : null;

/** The other shares of the same deal or refund that are recorded. */
async function othersOf(tx: Transaction, { partnerId, family, externalId }: WaitingFactRow): Promise<FactRow[]> {
  const [key] = await lockFactKeys(tx, [{ family, externalId }]);
  if (key === undefined) return [];
  const others = key.parts.filter((part) => part.partnerId !== partnerId);
  const rows = await findFacts(
    tx,
    others.map((part) => ({ partnerId: part.partnerId, factId: key.factId })),
  );
  return rows.filter(({ isVoid }) => !isVoid);
}

async function withKnownTotal(tx: Transaction, row: WaitingFactRow): Promise<WaitingFactRow> {
  const known = (await othersOf(tx, row)).map(reportedAmountOf).find((amount) => amount !== null);
  if (known == null) return row;
  return { ...row, report: { ...row.report, ...moneyOf(known) } };
}

/** Brings the other shares to the total of a fact that waits, with the reason. Null where all of them took it. */
async function changeTotal(
  tx: Transaction,
  publish: MetricsPublisher,
  { row, now, reason }: { readonly row: WaitingFactRow; readonly now: Date; readonly reason: string },
): Promise<FactProblem | null> {
  const inForce = await findProgramInForce(tx);
  if (inForce === null) return problemOf(undefined);
  const program = inForce.document;
  const today = dayOf(now);
  const checked = checkFact(row.report, await boundsOf(tx, [row.report], { program, today }));
  if (checked.kind === "Refused") return checked.problem;
  const wanted = (await othersOf(tx, row)).map(
    (other): WantedCorrection => ({
      key: other,
      replacement: { kind: "Sound", content: withTotalOf(other, checked.content) },
    }),
  );
  const { keys, known } = await heldForCorrection(tx, wanted);
  const settled = settleCorrections(wanted, { keys, known, program, today });
  const refused = settled.outcomes.map(problemOf).find((problem) => problem !== null);
  if (refused != null) return refused;
  await writeCorrections(tx, publish, settled, { at: now, by: tx.viewer.subject, because: reason });
  return null;
}

function withTotalOf(other: FactRow, { currency, origin, ...content }: FactContent): FactContent {
  const { factId: _f, revision: _r, reversedOn: _o, isVoid: _v, correctedBecause: _c, ...kept } = other;
  const wholeMinor = wholeOf({ currency, origin, amountMinor: content.amountMinor });
  const { toldMinor, toldCurrency, rate, rateOn } = origin ?? {};
  const { toldMinor: _m, toldCurrency: _k, rate: _a, rateOn: _b, ...own } = other.origin ?? {};
  const conversion =
    toldMinor === undefined || toldCurrency === undefined || rate === undefined || rateOn === undefined
      ? {}
      : { toldMinor, toldCurrency, rate, rateOn };
  return {
    ...kept,
    currency,
    amountMinor: wholeMinor === null ? null : creditedMinor(wholeMinor, shareOf(other)),
    origin: { ...own, ...conversion, wholeMinor: wholeMinor === null ? null : String(wholeMinor) },
  };
}
