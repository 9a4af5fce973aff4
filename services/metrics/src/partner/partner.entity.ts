import { column, tablesOf } from "@tiergraph/kit/database/table";

export const partnerTable = tablesOf("metrics")("partner", {
  properties: {
    partnerId: column.uuid().primary(),
    tracks: column.array().$type<readonly string[]>().columnType("text[]"),
    region: column.text().nullable(),
    changedAt: column.datetime(),
    /** What was last told of its measures. */
    told: column.text().nullable(),
    /** ISO 3166 code. */
    country: column.text().nullable(),
    /** The moment of measuring that it was told with; null where nothing was, or before this was kept. */
    toldAt: column.datetime().nullable(),
  },
});
