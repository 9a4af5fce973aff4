import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { FactRow } from "../fact/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { sendFactsAgain } from "../recording/index.js";
import { listSlottedSeries, lockSeriesForChange, rebuild } from "../series/index.js";
import { listStandingFacts } from "./digest.store.js";
import { type RebuildRefusal, rebuildRefusals } from "./reconcile.refusals.js";
import { MAX_RECONCILED } from "./reconcile-rollups.reads.js";

export type RollupsRebuilt = { readonly kind: "RollupsRebuilt"; readonly partners: number } | RebuildRefusal;

/** Facts of one event. */
const BATCH = 1_000;

/** Makes the rollups of partners what their facts come to, and has the partners measured anew, their facts sent to rewards again. */
export const rebuildRollups =
  (db: Database, publish: MetricsPublisher) =>
  async (viewer: Viewer, { partnerIds }: { partnerIds: readonly string[] }): Promise<RollupsRebuilt> => {
    const asked = [...new Set(partnerIds)];
    if (asked.length === 0 || asked.length > MAX_RECONCILED || !asked.every(isUuid))
      return rebuildRefusals.PartnersInvalid({ limit: MAX_RECONCILED });
    return db.transact(viewer, async (tx) => {
      await lockSeriesForChange(tx);
      for (const column of await listSlottedSeries(tx))
        for (const period of ["day", "month"] as const) await rebuild(tx, period, { column, partnerIds: asked });
      await publish(tx, "PartnersMeasurable", { partnerIds: asked });
      for (const partnerId of asked) await sendAllFactsAgain(tx, publish, partnerId);
      return { kind: "RollupsRebuilt", partners: asked.length };
    });
  };

async function sendAllFactsAgain(tx: Transaction, publish: MetricsPublisher, partnerId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    const facts: FactRow[] = await listStandingFacts(tx, { partnerId, after, limit: BATCH });
    if (facts.length > 0) await sendFactsAgain(tx, publish, facts);
    if (facts.length < BATCH) return;
    after = facts.at(-1)?.factId ?? null;
  }
}
