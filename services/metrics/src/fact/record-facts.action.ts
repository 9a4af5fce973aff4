import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { listSlottedSeries } from "../measure/list-slotted-series.js";
import { rollupDeltas } from "../measure/rollup-deltas.js";
import { addToDays, addToMonths, lockSeriesForRecording } from "../measure/series.store.js";
import { findKnownPartnerIds } from "../partner/partner.store.js";
import { findProgramInForce } from "../program/program.store.js";
import type { MetricsPublisher } from "../publisher.js";
import { checkFact, type FactReport, MAX_FACTS_PER_BATCH } from "./check-fact.js";
import {
  addFactKeys,
  addFacts,
  type FactKeyRow,
  type FactRow,
  findFacts,
  lockFactKeys,
  retireFacts,
} from "./fact.store.js";
import { type CheckedReport, type FactOutcome, keyOf, type SettledBatch, settleBatch } from "./settle-batch.js";

export type Recording =
  | { readonly kind: "FactsRecorded"; readonly outcomes: readonly FactOutcome[] }
  | { readonly kind: "TooManyFacts"; readonly limit: number }
  | { readonly kind: "NoProgramInForce" };

/**
 * Records facts, each taken or refused by itself. Safe to repeat: a fact that is known word for word is left alone, and
 * an open deal may move on to won or lost.
 */
export const recordFacts =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, request: { facts: readonly FactReport[] }): Promise<Recording> => {
    if (request.facts.length > MAX_FACTS_PER_BATCH) return { kind: "TooManyFacts", limit: MAX_FACTS_PER_BATCH };
    return db.transact(viewer, async (tx) => {
      const [inForce] = await findProgramInForce(tx);
      if (inForce === undefined) return { kind: "NoProgramInForce" };
      const partnerIds = [...new Set(request.facts.map(({ partnerId }) => partnerId))].filter(isUuid);
      const bounds = {
        currency: publishedProgram(inForce.source).currency,
        today: dayOf(clock.now()),
        knownPartnerIds: new Set((await findKnownPartnerIds(tx, partnerIds)).map(({ partnerId }) => partnerId)),
      };
      const reports = request.facts.map(
        (report): CheckedReport => ({ externalId: report.externalId, ...checkFact(report, bounds) }),
      );
      const settled = await recordIn(tx, publish, reports, clock.now());
      return { kind: "FactsRecorded", outcomes: settled.outcomes };
    });
  };

/** Writes what a batch comes to, rollups and events with it, inside a transaction. */
export async function recordIn(
  tx: Transaction,
  publish: MetricsPublisher,
  reports: readonly CheckedReport[],
  recordedAt: Date,
): Promise<SettledBatch> {
  await lockSeriesForRecording(tx);
  const contents = reports.flatMap((report) => (report.kind === "Sound" ? report.content : []));
  // Of two partners that a batch names for one deal, the first has it.
  const wanted = new Map<string, FactKeyRow>();
  for (const content of contents)
    if (!wanted.has(keyOf(content))) wanted.set(keyOf(content), { ...content, factId: newId() });
  await addFactKeys(tx, [...wanted.values()]);
  const keys = await lockFactKeys(tx, [...wanted.values()]);
  const known = await findFacts(tx, keys);
  const settled = settleBatch(reports, known, new Map(keys.map((key) => [keyOf(key), key.factId])));
  if (settled.added.length === 0) return settled;
  await retireFacts(tx, settled.retired, recordedAt);
  await addFacts(tx, settled.added, recordedAt, tx.viewer.subject);
  const deltas = rollupDeltas(await listSlottedSeries(tx), settled.movements);
  if (deltas.length > 0) {
    await addToDays(tx, deltas);
    await addToMonths(tx, deltas);
  }
  await publishAmounts(tx, publish, settled.added);
  await publish(tx, "PartnersMeasurable", {
    partnerIds: [...new Set(settled.added.map(({ partnerId }) => partnerId))],
  });
  return settled;
}

/** Tells of the facts that may earn something: those with an amount. */
async function publishAmounts(tx: Transaction, publish: MetricsPublisher, added: readonly FactRow[]): Promise<void> {
  const facts = added.flatMap(
    ({ partnerId, factId, revision, kind, occurredOn, amountMinor, currency, customer, product, attributes }) =>
      amountMinor === null || currency === null
        ? []
        : {
            partnerId,
            factId,
            revision,
            kind,
            on: occurredOn,
            amountMinor: amountMinor.toString(),
            currency,
            customer,
            product,
            attributes,
          },
  );
  if (facts.length === 0) return;
  const [inForce] = await findProgramInForce(tx);
  if (inForce === undefined) throw new Error("Facts with amounts were taken while no program was in force");
  await publish(tx, "FactsRecorded", { program: inForce.program, programVersion: inForce.version, facts });
}
