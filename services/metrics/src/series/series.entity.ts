import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const seriesTable = tablesOf("metrics")("series", {
  properties: {
    slot: column.integer().primary().autoincrement(false),
    key: column.text(),
  },
  uniques: [{ name: "series_key_key", properties: ["key"] }],
  checks: [{ name: "series_slot_check", expression: "(slot >= 0)" }],
});
export type SeriesSlot = Row<typeof seriesTable>;
