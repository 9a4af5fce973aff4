import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const entitlementTable = tablesOf("benefits")("entitlement", {
  properties: {
    partnerId: column.uuid().primary(),
    entitlementId: column.uuid().primary(),
    benefit: column.text(),
    tier: column.text(),
    program: column.text(),
    programVersion: column.text(),
    quantity: column.integer().nullable(),
    grantedOn: column.date(),
    /** First day on which it is no longer held: to come, where the tier has left it for a time. Null while the tier gives it. */
    withdrawnOn: column.date().nullable(),
    decisionId: column.uuid(),
  },
  indexes: [
    {
      name: "entitlement_held",
      expression:
        "CREATE UNIQUE INDEX entitlement_held ON benefits.entitlement USING btree (partner_id, benefit) WHERE (withdrawn_on IS NULL)",
    },
  ],
  checks: [{ name: "entitlement_quantity_check", expression: "(quantity > 0)" }],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type EntitlementRow = Row<typeof entitlementTable>;
