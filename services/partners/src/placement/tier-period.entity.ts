import { column, tablesOf } from "@tiergraph/kit/database/table";

export const tierPeriodTable = tablesOf("partners")("tier_period", {
  properties: {
    partnerId: column.uuid().primary(),
    decisionId: column.uuid().primary(),
    fromOn: column.date(),
    tier: column.text(),
    supersededAt: column.datetime().nullable(),
  },
  indexes: [
    {
      name: "tier_period_in_force",
      expression:
        "CREATE UNIQUE INDEX tier_period_in_force ON partners.tier_period USING btree (partner_id, from_on) WHERE (superseded_at IS NULL)",
    },
  ],
  references: [
    { columns: ["partner_id", "decision_id"], to: "partners.decision(partner_id, decision_id)" },
    { columns: ["partner_id"], to: "partners.partner(partner_id)" },
  ],
});
