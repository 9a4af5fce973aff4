import { column, partOf, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const savedQueryTable = tablesOf("metrics")("saved_query", {
  properties: {
    viewer: column.text().primary(),
    name: column.text().primary(),
    scope: column.text(),
    source: column.text(),
    /** A JSON object. */
    variables: column.text(),
    savedAt: column.datetime(),
  },
});
export const savedQueryShown = partOf(savedQueryTable, { without: ["viewer", "scope"] });
export type SavedQueryRow = Row<typeof savedQueryShown>;
