import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** A fact in a group. Each partner has rows of its own, so that none could read another's. */
export const duplicateTable = tablesOf("metrics")("duplicate", {
  properties: {
    partnerId: column.uuid().primary(),
    duplicateId: column.uuid().primary(),
    factId: column.uuid().primary(),
    /** In the order in which they were found. */
    place: column.integer().default(0),
  },
  indexes: [
    { name: "duplicate_duplicate_id_idx", properties: ["duplicateId"] },
    { name: "duplicate_of_fact", properties: ["partnerId", "factId"] },
  ],
  references: [{ columns: ["partner_id"], to: "metrics.partner(partner_id)" }],
});
export type GroupMember = Row<typeof duplicateTable>;
