import { column, tablesOf } from "@tiergraph/kit/database/table";

/** Which tier a partner holds from a day on, until its next period begins. */
export const tierPeriodTable = tablesOf("metrics")("tier_period", {
  properties: {
    partnerId: column.uuid().primary(),
    fromOn: column.date().primary(),
    tier: column.text(),
  },
  references: [{ columns: ["partner_id"], to: "metrics.standing(partner_id)" }],
});
