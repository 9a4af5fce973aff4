import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { addingLiveEvents } from "@tiergraph/kit/live/live-event.store";
import { type OutlookRow, outlookTable } from "./outlook.entity.js";
import { isAtRiskIn } from "./outlook.js";

const OUTLOOKS = batchOf(outlookTable);

/** Reads what is known as it was before the statement; `$10` are the partners at risk. */
const ALERTS = addingLiveEvents(
  "partners",
  "alert",
  `select partner_id, false as is_withheld from unnest($10::uuid[]) as at_risk (partner_id)
   where not exists (
     select from partners.outlook as kept
     where kept.partner_id = at_risk.partner_id and kept.is_at_risk)`,
);

/** What is kept of decisions; nothing of those that are no longer in force. */
export const findOutlooks = listByKeys("outlook.find", outlookTable, ["partnerId", "decisionId"]);

/**
 * Keeps the outlooks of decisions; one of an earlier decision than the known one changes nothing. A partner that is at
 * risk by now, and was not before, has an alert.
 */
export const putOutlooks = (db: Queryable, outlooks: readonly OutlookRow[]): Promise<void> =>
  db.run(
    "outlook.put",
    `with alerted as (${ALERTS})
     insert into partners.outlook as known (${OUTLOOKS.columns}) ${OUTLOOKS.rows()}
     on conflict (partner_id) do update set ${OUTLOOKS.updates}
     where known.sequence < excluded.sequence
       or (known.sequence = excluded.sequence and known.format <> excluded.format)`,
    [...OUTLOOKS.values(outlooks), outlooks.filter(({ body }) => isAtRiskIn(body)).map(({ partnerId }) => partnerId)],
  );
