import { column, tablesOf } from "@tiergraph/kit/database/table";

export const contentReadingTable = tablesOf("enablement")("content_reading", {
  properties: {
    partnerId: column.uuid().primary(),
    name: column.text().primary(),
    subject: column.text().primary(),
    times: column.integer(),
    lastReadOn: column.date(),
    /** Null for a reading; else whether it helped. */
    isUseful: column.boolean().nullable(),
  },
  indexes: [{ name: "content_reading_name_idx", properties: ["name"] }],
  checks: [{ name: "content_reading_times_check", expression: "(times > 0)" }],
  references: [{ columns: ["name"], to: "enablement.content(name)" }],
});
