import { column, tablesOf } from "@tiergraph/kit/database/table";

/** Won deals of several partners that look like one. */
export const duplicateGroupTable = tablesOf("metrics")("duplicate_group", {
  properties: {
    duplicateId: column.uuid().primary(),
    foundAt: column.datetime(),
    /**
     * `DISTINCT`: they are several deals. `EARLIER_STANDS`, `LATER_STANDS`, `ONE_STANDS`: they are one, and the others were
     * taken back. `CLOSED`: they no longer look alike, since some were taken back or corrected.
     */
    state: column.enum(["OPEN", "DISTINCT", "EARLIER_STANDS", "LATER_STANDS", "ONE_STANDS", "CLOSED"]),
    decidedAt: column.datetime().nullable(),
    decidedBy: column.text().nullable(),
    note: column.text().nullable(),
  },
  indexes: [{ name: "duplicate_group_listed", properties: ["state", "foundAt", "duplicateId"] }],
  checks: [
    {
      name: "duplicate_group_check",
      expression: "(((state = 'OPEN'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))",
    },
  ],
});
