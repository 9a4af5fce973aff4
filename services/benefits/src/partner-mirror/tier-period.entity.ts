import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** From which day on a partner holds a tier; until its next period begins. */
export const tierPeriodTable = tablesOf("benefits")("tier_period", {
  properties: {
    partnerId: column.uuid().primary(),
    fromOn: column.date().primary(),
    tier: column.text(),
    decisionId: column.uuid(),
  },
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type TierPeriodRow = Row<typeof tierPeriodTable>;
