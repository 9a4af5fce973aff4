import { column, tablesOf } from "@tiergraph/kit/database/table";

export const tierMirrorTable = tablesOf("metrics")("standing", {
  properties: {
    partnerId: column.uuid().primary(),
    periodSequence: column.integer().default(0),
  },
});
