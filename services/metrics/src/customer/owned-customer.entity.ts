import { column, tablesOf } from "@tiergraph/kit/database/table";

/** A customer that belongs to a partner: what it sells there is dealing with itself. */
export const ownedCustomerTable = tablesOf("metrics")("owned_customer", {
  properties: {
    partnerId: column.uuid().primary(),
    customerKey: column.text().primary(),
    customer: column.text(),
    declaredAt: column.datetime(),
    declaredBy: column.text(),
  },
  references: [{ columns: ["partner_id"], to: "metrics.partner(partner_id)" }],
});
