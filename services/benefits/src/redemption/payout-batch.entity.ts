import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const payoutBatchTable = tablesOf("benefits")("payout_batch", {
  properties: {
    batchId: column.uuid().primary(),
    createdAt: column.datetime(),
    createdBy: column.text(),
    note: column.text().nullable(),
  },
});
export type PayoutBatchRow = Row<typeof payoutBatchTable>;
