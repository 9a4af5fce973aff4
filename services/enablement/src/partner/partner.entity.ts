import { column, tablesOf } from "@tiergraph/kit/database/table";

export const partnerTable = tablesOf("enablement")("partner", {
  properties: {
    partnerId: column.uuid().primary(),
    tier: column.text().nullable(),
    tierSequence: column.integer().nullable(),
    tracks: column.array().$type<readonly string[]>().columnType("text[]").defaultRaw("'{}'::text[]"),
    region: column.text().nullable(),
    toldAt: column.datetime().nullable(),
    joinedOn: column.date().nullable(),
  },
  checks: [{ name: "partner_check", expression: "((tier IS NULL) = (tier_sequence IS NULL))" }],
});
