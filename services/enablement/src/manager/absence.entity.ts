import { column, tablesOf } from "@tiergraph/kit/database/table";

export const absenceTable = tablesOf("enablement")("absence", {
  properties: {
    managerId: column.uuid().primary(),
    fromOn: column.date().primary(),
    /** The last day. */
    untilOn: column.date(),
    standInId: column.uuid().nullable(),
  },
  checks: [
    { name: "absence_check", expression: "(until_on >= from_on)" },
    { name: "absence_check1", expression: "(stand_in_id <> manager_id)" },
  ],
  references: [
    { columns: ["manager_id"], to: "enablement.manager(manager_id)" },
    { columns: ["stand_in_id"], to: "enablement.manager(manager_id)" },
  ],
});
