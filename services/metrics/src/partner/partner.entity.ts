import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const partnerTable = tablesOf("metrics")("partner", {
  properties: {
    partnerId: column.uuid().primary(),
    tracks: column.array().columnType("text[]"),
    region: column.text().nullable(),
    changedAt: column.datetime(),
    told: column.text().nullable(),
    /** ISO 3166 code. */
    country: column.text().nullable(),
    toldAt: column.datetime().nullable(),
  },
});
export type KnownPartner = Row<typeof partnerTable>;
