import { column, tablesOf } from "@tiergraph/kit/database/table";

export const partnerTable = tablesOf("partners")("partner", {
  properties: {
    partnerId: column.uuid().primary(),
    code: column.text(),
    name: column.text(),
    region: column.text().nullable(),
    country: column.text().nullable(),
    tracks: column.array().columnType("text[]"),
    joinedOn: column.date(),
    recordedAt: column.datetime(),
  },
  uniques: [{ name: "partner_code_key", properties: ["code"] }],
  indexes: [
    { name: "partner_name_partner_id_idx", properties: ["name", "partnerId"] },
    { name: "partner_joined_on_partner_id_idx", properties: ["joinedOn", "partnerId"] },
  ],
});
