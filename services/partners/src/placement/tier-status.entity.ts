import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const tierStatusTable = tablesOf("partners")("tier_status", {
  properties: {
    partnerId: column.uuid().primary(),
    tier: column.text(),
    since: column.date(),
    asOf: column.date(),
    measuredAt: column.datetime(),
    sequence: column.integer(),
    decisionId: column.uuid(),
    periodSequence: column.integer(),
    /** The tier that has been decided and takes effect later, and when; null where none is. */
    pendingTier: column.text().nullable(),
    pendingFrom: column.date().nullable(),
    /** The day up to which the others know which tier is held. */
    toldOn: column.date().nullable(),
  },
  indexes: [
    {
      name: "tier_status_pending_from_idx",
      expression:
        "CREATE INDEX tier_status_pending_from_idx ON partners.tier_status USING btree (pending_from) WHERE (pending_from IS NOT NULL)",
    },
    { name: "tier_status_tier_idx", properties: ["tier"] },
  ],
  references: [
    { columns: ["partner_id", "decision_id"], to: "partners.decision(partner_id, decision_id)" },
    { columns: ["partner_id"], to: "partners.partner(partner_id)" },
  ],
});
export type TierStatusRow = Row<typeof tierStatusTable>;
