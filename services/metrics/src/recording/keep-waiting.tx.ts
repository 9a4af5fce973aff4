import type { Transaction } from "@tiergraph/kit/database/database";
import { newId } from "@tiergraph/kit/values/ids";
import { type FactContent, placeOf, shareOf, WHOLE } from "../fact/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { endWaiting, putWaiting } from "../waiting-fact/index.js";
import type { SettledBatch } from "./settle-batch.js";

/** Keeps the facts of a batch that do not count yet, and forgets those that do by now, inside the batch's transaction. */
export async function keepWaiting(
  tx: Transaction,
  publish: MetricsPublisher,
  { added, waiting }: SettledBatch,
  {
    contents,
    at,
    isRetry,
  }: { readonly contents: readonly FactContent[]; readonly at: Date; readonly isRetry: boolean },
): Promise<void> {
  // Nothing else ever waits: a batch of plain deals asks nothing here.
  const mayWait = (content: FactContent) => content.refundsDeal != null || shareOf(content) !== WHOLE;
  if (!contents.some(mayWait)) return;
  const recorded = added.filter(mayWait);
  if (recorded.length > 0) await endWaiting(tx, recorded, { state: "RECORDED", at, by: tx.viewer.subject, note: null });
  if (waiting.length === 0 || isRetry) return;
  // Of a fact that stands in the batch twice, the last one waits, as of one that comes in two batches.
  const latest = [...new Map(waiting.map((one) => [placeOf(one.content), one])).values()];
  await putWaiting(
    tx,
    latest.map(({ content, report, problem: { code, message } }) => ({
      partnerId: content.partnerId,
      family: content.family,
      externalId: content.externalId,
      waitingId: newId(),
      deal: content.refundsDeal,
      code,
      message,
      report,
      reportedAt: at,
      reportedBy: tx.viewer.subject,
    })),
  );
  // The deal may be on its way in a transaction that neither sees: whichever ends last looks again.
  const deals = [...new Set(waiting.flatMap(({ content }) => content.refundsDeal ?? []))];
  if (deals.length > 0) await publish(tx, "FactsWaiting", { deals });
}
