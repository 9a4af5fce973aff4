import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const ceilingUseTable = tablesOf("benefits")("ceiling_use", {
  properties: {
    program: column.text().primary(),
    ceiling: column.text().primary(),
    /** First day of the period that it counts; empty where it counts forever. */
    periodFrom: column.text().primary(),
    /** In minor units, or how often something was paid. */
    used: column.bigint("bigint").default(0),
    most: column.bigint("bigint"),
    isHard: column.boolean(),
    alertedAt: column.datetime().nullable(),
  },
  checks: [{ name: "never_above", expression: "((NOT is_hard) OR (used <= most))" }],
});
export type CeilingUseRow = Row<typeof ceilingUseTable>;
