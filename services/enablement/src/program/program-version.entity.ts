import { column, tablesOf } from "@tiergraph/kit/database/table";

export const programVersionTable = tablesOf("enablement")("program_version", {
  properties: {
    sequence: column.integer().primary().autoincrement(false),
    program: column.text(),
    version: column.text(),
    source: column.text(),
  },
  uniques: [{ name: "program_version_program_version_key", properties: ["program", "version"] }],
});
