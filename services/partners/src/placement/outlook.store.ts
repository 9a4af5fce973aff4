import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { partOf } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { type OutlookRow, outlookTable, WRITTEN } from "./outlook.entity.js";

const OUTLOOKS = batchOf(outlookTable, WRITTEN);

/** What is kept of decisions; nothing of those that are no longer in force. */
export const findOutlooks = listByKeys("outlook.find", partOf(outlookTable, WRITTEN), ["partnerId", "decisionId"]);

/** Keeps the outlooks of decisions; one of an earlier decision than the known one changes nothing. */
export const putOutlooks = (db: Queryable, outlooks: readonly OutlookRow[]): Promise<void> =>
  db.run(
    "outlook.put",
    `insert into partners.outlook as known (${OUTLOOKS.columns}) ${OUTLOOKS.rows()}
     on conflict (partner_id) do update set ${OUTLOOKS.updates}
     where known.sequence < excluded.sequence
       or (known.sequence = excluded.sequence and known.format <> excluded.format)`,
    OUTLOOKS.values(outlooks),
  );
