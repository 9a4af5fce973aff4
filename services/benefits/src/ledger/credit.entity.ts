import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/**
 * Rewards that share a fate: all that become earned on one day, or expire on one. Single rewards are not followed from
 * there: a partner has a handful of these, however many deals it won.
 */
export const creditTable = tablesOf("benefits")("credit", {
  properties: {
    partnerId: column.uuid().primary(),
    program: column.text().primary(),
    currency: column.text().primary(),
    state: column.enum(["PENDING", "AVAILABLE"]).primary(),
    /** Pending: first day on which it is earned. Available: last day on which it can be redeemed. */
    onDay: column.date().primary(),
    /** How often it was renewed. */
    renewals: column.smallint().primary(),
    amountMinor: column.bigint("bigint"),
  },
  indexes: [
    {
      name: "credit_due",
      expression: "CREATE INDEX credit_due ON benefits.credit USING btree (state, on_day) WHERE (amount_minor > 0)",
    },
  ],
  checks: [{ name: "credit_amount_minor_check", expression: "(amount_minor >= 0)" }],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type CreditRow = Row<typeof creditTable>;
