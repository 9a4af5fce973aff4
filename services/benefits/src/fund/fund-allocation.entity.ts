import { column, tablesOf } from "@tiergraph/kit/database/table";

/** Requests that gave a partner money of a fund by hand, by the keys of their clients. */
export const fundAllocationTable = tablesOf("benefits")("fund_allocation", {
  properties: {
    partnerId: column.uuid().primary(),
    idempotencyKey: column.text().primary(),
    requestHash: column.text(),
    allocatedAt: column.datetime(),
  },
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
