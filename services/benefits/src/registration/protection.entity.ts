import { column, tablesOf } from "@tiergraph/kit/database/table";

export const protectionTable = tablesOf("benefits")("protection", {
  properties: {
    partnerId: column.uuid().primary(),
    registrationId: column.uuid().primary(),
    customerKey: column.text().primary(),
    productLine: column.text(),
    days: column.string().columnType("daterange"),
  },
  references: [
    { columns: ["partner_id", "registration_id"], to: "benefits.deal_registration(partner_id, registration_id)" },
  ],
});
