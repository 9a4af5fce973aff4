import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { NOTHING_CLOSES, type Posting, postingOn } from "@tiergraph/program/measure";
import {
  addFactKeys,
  addFacts,
  correctFacts,
  type FactContent,
  type FactKeyRow,
  type FactReport,
  findFactKeys,
  type HeldKey,
  keyOf,
  lockFactKeys,
  MAX_FACTS_PER_BATCH,
  putCredited,
  retireFacts,
  shareOf,
} from "../fact/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { lockSeriesForRecording } from "../series/index.js";
import { checkFact } from "./check-fact.js";
import { boundsOf } from "./fact-bounds.tx.js";
import { keepWaiting } from "./keep-waiting.tx.js";
import { findListeners, publishFactEvents } from "./publish-fact-events.tx.js";
import { type RecordingRefusal, recordingRefusals } from "./recording.refusals.js";
import { rowsAround } from "./rows-around.tx.js";
import {
  type CheckedReport,
  type FactOutcome,
  RATE_OF_DEAL_CHANGED,
  type SettledBatch,
  settleBatch,
} from "./settle-batch.js";

export type Recording =
  | { readonly kind: "FactsRecorded"; readonly outcomes: readonly FactOutcome[] }
  | RecordingRefusal;

/**
 * Records facts, each taken or refused by itself. Safe to repeat: a fact that is known word for word is left alone, and
 * an open deal may move on to won or lost.
 */
export const recordFacts =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, request: { facts: readonly FactReport[]; isDryRun: boolean }): Promise<Recording> => {
    if (request.facts.length > MAX_FACTS_PER_BATCH)
      return recordingRefusals.TooManyFacts({ limit: MAX_FACTS_PER_BATCH });
    return db.transact(viewer, async (tx) => {
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return recordingRefusals.NoProgramInForce();
      const program = inForce.document;
      const bounds = await boundsOf(tx, request.facts, { program, today: dayOf(clock.now()) });
      const reports = request.facts.map(
        (report): CheckedReport => ({ externalId: report.externalId, report, ...checkFact(report, bounds) }),
      );
      const posting = postingOn(program, bounds.today);
      const settled = request.isDryRun
        ? await previewIn(tx, reports, posting)
        : await recordIn(tx, publish, reports, clock.now(), { posting });
      return { kind: "FactsRecorded", outcomes: settled.outcomes };
    });
  };

/**
 * Writes what a batch comes to, rollups and events with it, inside a transaction.
 *
 * @param posting by which the known facts that it changes are posted
 * @param isRetry whether the reports waited before: what waits on is not announced again
 */
export async function recordIn(
  tx: Transaction,
  publish: MetricsPublisher,
  reports: readonly CheckedReport[],
  recordedAt: Date,
  { posting = NOTHING_CLOSES, isRetry = false }: { readonly posting?: Posting; readonly isRetry?: boolean } = {},
): Promise<SettledBatch> {
  await lockSeriesForRecording(tx);
  const contents = soundContents(reports);
  const wanted = keysOf(contents);
  const added = new Set((await addFactKeys(tx, wanted)).map(({ factId }) => factId));
  // What was just added is held already, and nothing can be known of it.
  const held = [...wanted.filter(({ factId }) => !added.has(factId)), ...dealKeysOf(contents, wanted)];
  const known = held.length === 0 ? [] : await lockFactKeys(tx, held);
  const keys: HeldKey[] = [
    ...wanted.filter(({ factId }) => added.has(factId)).map((key) => ({ creditedBefore: 0, ...key })),
    ...known.map((key) => ({ creditedBefore: key.credited, ...key })),
  ];
  const around = known.length === 0 ? [] : await rowsAround(tx, contents, { keys: known });
  const settled = settleBatch(reports, around, keys, posting);
  if (settled.credited.length > 0) await putCredited(tx, settled.credited);
  await keepWaiting(tx, publish, settled, { contents, at: recordedAt, isRetry });
  if (settled.added.length === 0) return settled;
  if (settled.retired.length > 0) await retireFacts(tx, settled.retired, recordedAt);
  if (settled.reversed.length > 0)
    await correctFacts(tx, settled.reversed, {
      at: recordedAt,
      by: tx.viewer.subject,
      because: RATE_OF_DEAL_CHANGED,
    });
  const listeners = await findListeners(tx);
  await Promise.all([
    addFacts(tx, settled.added, recordedAt, tx.viewer.subject),
    publishFactEvents(tx, publish, { listeners, movements: settled.movements, arrived: settled.added }),
  ]);
  return settled;
}

/** What would become of a batch, without writing or holding anything. */
async function previewIn(tx: Transaction, reports: readonly CheckedReport[], posting: Posting): Promise<SettledBatch> {
  const contents = soundContents(reports);
  const wanted = keysOf(contents);
  const known = await findFactKeys(tx, [...wanted, ...dealKeysOf(contents, wanted)]);
  const knownKeys = new Set(known.map(keyOf));
  const keys: HeldKey[] = [
    ...known.map((key) => ({ creditedBefore: key.credited, ...key })),
    ...wanted.filter((key) => !knownKeys.has(keyOf(key))).map((key) => ({ creditedBefore: 0, ...key })),
  ];
  const around = known.length === 0 ? [] : await rowsAround(tx, contents, { keys: known });
  return settleBatch(reports, around, keys, posting);
}

const soundContents = (reports: readonly CheckedReport[]): FactContent[] =>
  reports.flatMap((report) => (report.kind === "Sound" ? report.content : []));

/** The keys that a batch needs, each as its first content would have it: of two whole claims to one deal, the first has it. */
function keysOf(contents: readonly FactContent[]): FactKeyRow[] {
  const wanted = new Map<string, FactKeyRow>();
  for (const content of contents) {
    const { partnerId, family, externalId } = content;
    const key = keyOf(content);
    if (!wanted.has(key))
      wanted.set(key, { family, externalId, partnerId, factId: newId(), credited: shareOf(content), parts: [] });
  }
  return [...wanted.values()];
}

/** The keys of the deals that refunds name, but for those that the batch has itself. */
function dealKeysOf(contents: readonly FactContent[], wanted: readonly FactKeyRow[]) {
  const own = new Set(wanted.map(keyOf));
  const named = new Set(contents.flatMap(({ refundsDeal }) => refundsDeal ?? []));
  return [...named].map((externalId) => ({ family: "deal", externalId })).filter((key) => !own.has(keyOf(key)));
}
