import { column, tablesOf } from "@tiergraph/kit/database/table";

export const programStartTable = tablesOf("partners")("program_start", {
  properties: {
    startSequence: column.integer().primary().autoincrement(false),
    sequence: column.integer(),
    startedAt: column.datetime(),
  },
  uniques: [{ name: "program_start_sequence_key", properties: ["sequence"] }],
  checks: [{ name: "program_start_start_sequence_check", expression: "(start_sequence > 0)" }],
  references: [{ columns: ["sequence"], to: "partners.program_version(sequence)" }],
});
