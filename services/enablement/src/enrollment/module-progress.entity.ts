import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const moduleProgressTable = tablesOf("enablement")("module_progress", {
  properties: {
    partnerId: column.uuid().primary(),
    personId: column.uuid().primary(),
    course: column.text().primary(),
    module: column.text().primary(),
    completedOn: column.date(),
  },
  references: [
    { columns: ["partner_id", "person_id", "course"], to: "enablement.enrollment(partner_id, person_id, course)" },
  ],
});
export type ModuleRow = Row<typeof moduleProgressTable>;
