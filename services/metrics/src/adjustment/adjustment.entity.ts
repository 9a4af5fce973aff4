import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const adjustmentTable = tablesOf("metrics")("adjustment", {
  properties: {
    adjustmentId: column.uuid().primary(),
    program: column.text(),
    measure: column.text(),
    kind: column.enum(["factor", "excused"]),
    fromOn: column.date(),
    /** The day after the last. */
    toOn: column.date(),
    /** Exact text; null where days are excused. */
    factor: column.text().nullable(),
    regions: column.array().$type<readonly string[]>().columnType("text[]"),
    markets: column.array().$type<readonly string[]>().columnType("text[]"),
    why: column.text(),
    /** How it was computed; null where a person set it. */
    method: column.text().nullable(),
    state: column.enum(["PROPOSED", "APPROVED", "REJECTED", "ENDED"]),
    proposedBy: column.text(),
    proposedAt: column.datetime(),
    decidedBy: column.text().nullable(),
    decidedAt: column.datetime().nullable(),
    endedBy: column.text().nullable(),
    endedAt: column.datetime().nullable(),
  },
  indexes: [{ name: "adjustment_of_program", properties: ["program", "fromOn", "adjustmentId"] }],
  checks: [
    { name: "adjustment_check", expression: "(from_on < to_on)" },
    { name: "adjustment_check1", expression: "((kind = 'factor'::text) = (factor IS NOT NULL))" },
    { name: "adjustment_check2", expression: "(decided_by <> proposed_by)" },
    {
      name: "adjustment_check3",
      expression:
        "(((state = 'PROPOSED'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))",
    },
    {
      name: "adjustment_check4",
      expression: "(((state = 'ENDED'::text) = (ended_by IS NOT NULL)) AND ((ended_by IS NULL) = (ended_at IS NULL)))",
    },
  ],
});
export type AdjustmentRow = Row<typeof adjustmentTable>;
