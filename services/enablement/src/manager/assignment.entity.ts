import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { AssignedRole } from "@tiergraph/program/document/benefits";

export const assignmentTable = tablesOf("enablement")("assignment", {
  properties: {
    partnerId: column.uuid().primary(),
    role: column.text().$type<AssignedRole>().primary(),
    /** Null where nobody has room. */
    managerId: column.uuid().nullable(),
    since: column.datetime(),
  },
  indexes: [{ name: "assignment_of_manager", properties: ["managerId"] }],
  references: [{ columns: ["manager_id"], to: "enablement.manager(manager_id)" }],
});
export type AssignmentRow = Row<typeof assignmentTable>;
