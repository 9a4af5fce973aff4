import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** What was not paid since a ceiling of the program was reached. */
export const rewardWithheldTable = tablesOf("benefits")("reward_withheld", {
  properties: {
    partnerId: column.uuid().primary(),
    rule: column.text().primary(),
    subject: column.text().primary(),
    program: column.text(),
    ceiling: column.text(),
    amountMinor: column.bigint("bigint"),
    currency: column.text(),
    notedAt: column.datetime(),
  },
  checks: [{ name: "reward_withheld_amount_minor_check", expression: "(amount_minor > 0)" }],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type WithheldRow = Row<typeof rewardWithheldTable>;
