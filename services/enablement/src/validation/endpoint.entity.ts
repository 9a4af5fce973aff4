import { column, tablesOf } from "@tiergraph/kit/database/table";

export const endpointTable = tablesOf("enablement")("endpoint", {
  properties: {
    partnerId: column.uuid().primary(),
    url: column.text(),
    declaredAt: column.datetime(),
    declaredBy: column.text(),
  },
});
