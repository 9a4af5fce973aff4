import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const programDraftTable = tablesOf("partners")("program_draft", {
  properties: {
    program: column.text().primary(),
    version: column.text().primary(),
    source: column.text(),
    /** Rises with each saving. */
    revision: column.integer(),
    savedAt: column.datetime(),
    savedBy: column.text(),
  },
  checks: [{ name: "program_draft_revision_check", expression: "(revision > 0)" }],
});
export type ProgramDraftRow = Row<typeof programDraftTable>;
