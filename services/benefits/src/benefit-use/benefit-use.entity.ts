import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const benefitUseTable = tablesOf("benefits")("benefit_use", {
  properties: {
    partnerId: column.uuid().primary(),
    program: column.text().primary(),
    benefit: column.text().primary(),
    periodFrom: column.text().primary(),
    used: column.integer(),
    /** Null where it is not counted. */
    most: column.integer().nullable(),
  },
  checks: [
    { name: "benefit_use_used_check", expression: "(used >= 0)" },
    { name: "never_above", expression: "((most IS NULL) OR (used <= most))" },
  ],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type UseRow = Row<typeof benefitUseTable>;
