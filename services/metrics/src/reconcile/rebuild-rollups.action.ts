import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { isUuid } from "@tiergraph/kit/values/ids";
import { listSlottedSeries } from "../measure/list-slotted-series.js";
import { rebuild } from "../measure/recount.store.js";
import { lockSeriesForChange } from "../measure/series.store.js";
import type { MetricsPublisher } from "../publisher.js";
import { MAX_RECONCILED } from "./reconcile-rollups.js";

export type RollupsRebuilt =
  | { readonly kind: "RollupsRebuilt"; readonly partners: number }
  | { readonly kind: "PartnersInvalid"; readonly limit: number };

/** Makes the rollups of partners what their facts come to, and has the partners measured anew. */
export const rebuildRollups =
  (db: Database, publish: MetricsPublisher) =>
  async (viewer: Viewer, { partnerIds }: { partnerIds: readonly string[] }): Promise<RollupsRebuilt> => {
    const asked = [...new Set(partnerIds)];
    if (asked.length === 0 || asked.length > MAX_RECONCILED || !asked.every(isUuid))
      return { kind: "PartnersInvalid", limit: MAX_RECONCILED };
    return db.transact(viewer, async (tx) => {
      await lockSeriesForChange(tx);
      for (const column of await listSlottedSeries(tx))
        for (const period of ["day", "month"] as const) await rebuild(tx, period, { column, partnerIds: asked });
      await publish(tx, "PartnersMeasurable", { partnerIds: asked });
      return { kind: "RollupsRebuilt", partners: asked.length };
    });
  };
