import { column, tablesOf } from "@tiergraph/kit/database/table";

export const programVersionTable = tablesOf("partners")("program_version", {
  properties: {
    sequence: column.integer().primary().autoincrement(false),
    program: column.text(),
    version: column.text(),
    source: column.text(),
    publishedAt: column.datetime(),
    publishedBy: column.text(),
    /** The first day that it judges: in the past for one that was published to judge days that were over. */
    effectiveOn: column.date(),
  },
  uniques: [{ name: "program_version_program_version_key", properties: ["program", "version"] }],
});
