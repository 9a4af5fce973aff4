import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const standingTable = tablesOf("metrics")("standing", {
  properties: {
    partnerId: column.uuid().primary(),
    periodSequence: column.integer().default(0),
  },
});
export type StandingRow = Row<typeof standingTable>;
