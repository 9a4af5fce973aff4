import { column, tablesOf } from "@tiergraph/kit/database/table";

export const programVersionTable = tablesOf("benefits")("program_version", {
  properties: {
    sequence: column.integer().primary().autoincrement(false),
    program: column.text(),
    version: column.text(),
    source: column.text(),
    /** The first day that it judges; null where it is not known, and it counts for every day. */
    effectiveOn: column.date().nullable(),
  },
  uniques: [{ name: "program_version_program_version_key", properties: ["program", "version"] }],
});
