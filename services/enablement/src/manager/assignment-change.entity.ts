import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { AssignedRole } from "@tiergraph/program/document/benefits";

export const assignmentChangeTable = tablesOf("enablement")("assignment_change", {
  properties: {
    partnerId: column.uuid().primary(),
    changeId: column.uuid().primary(),
    role: column.text().$type<AssignedRole>(),
    managerId: column.uuid().nullable(),
    because: column.text(),
    changedAt: column.datetime(),
    changedBy: column.text(),
  },
});
export type AssignmentChange = Row<typeof assignmentChangeTable>;
