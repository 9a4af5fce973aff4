import { column, tablesOf } from "@tiergraph/kit/database/table";

export const partnerTable = tablesOf("metrics")("partner", {
  properties: {
    partnerId: column.uuid().primary(),
    tracks: column.array().$type<readonly string[]>().columnType("text[]"),
    region: column.text().nullable(),
    changedAt: column.datetime(),
    /** Its measures as they were last published. */
    told: column.text().nullable(),
    /** ISO 3166 code. */
    country: column.text().nullable(),
    /** When the published measures were taken; null where none were published, or before this was kept. */
    toldAt: column.datetime().nullable(),
  },
});
