import { column, tablesOf } from "@tiergraph/kit/database/table";

export const calendarTable = tablesOf("enablement")("calendar", {
  properties: {
    partnerId: column.uuid().primary(),
    secretHash: column.text(),
    madeAt: column.datetime(),
    madeBy: column.text(),
  },
  uniques: [{ name: "calendar_secret_hash_key", properties: ["secretHash"] }],
});
