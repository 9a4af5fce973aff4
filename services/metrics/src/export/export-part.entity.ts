import { column, tablesOf } from "@tiergraph/kit/database/table";

export const exportPartTable = tablesOf("metrics")("export_part", {
  properties: {
    exportId: column.uuid().primary(),
    sequence: column.integer().primary(),
    scope: column.text(),
    body: column.text(),
  },
  checks: [{ name: "export_part_sequence_check", expression: "(sequence > 0)" }],
  references: [{ columns: ["export_id"], to: "metrics.export(export_id) ON DELETE CASCADE" }],
});
