import type { ServiceName } from "../database/provision.js";
import { column, type Row, tablesOf } from "../database/table.js";

/**
 * What clients that follow a service are notified of: which partner changed, in which way, in which transaction. What it
 * changed to is the graph's to answer. Kept for about a day, see `trimLiveEvents`.
 */
export const liveEventTable = (service: ServiceName) =>
  tablesOf(service)("live_event", {
    properties: {
      partnerId: column.uuid().primary(),
      /** The id of the transaction, which orders events across all tables of the database. */
      position: column.bigint("bigint").primary(),
      type: column.text().primary(),
      /** Whether all that changed is what only the vendor sees. */
      isWithheld: column.boolean(),
      recordedAt: column.datetime(),
    },
    indexes: [{ name: "live_event_position", properties: ["position", "partnerId", "type"] }],
  });
export type LiveEventRow = Row<ReturnType<typeof liveEventTable>>;
