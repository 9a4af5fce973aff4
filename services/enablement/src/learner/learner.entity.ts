import { column, tablesOf } from "@tiergraph/kit/database/table";

export const learnerTable = tablesOf("enablement")("learner", {
  properties: {
    partnerId: column.uuid().primary(),
    personId: column.uuid().primary(),
    role: column.text().nullable(),
    changedAt: column.datetime(),
    leftOn: column.date().nullable(),
  },
});
