import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const FUND_REQUEST_STATES = ["REQUESTED", "APPROVED", "REFUSED", "CLAIMED", "REIMBURSED", "EXPIRED"] as const;

export const fundRequestTable = tablesOf("benefits")("fund_request", {
  properties: {
    partnerId: column.uuid().primary(),
    requestId: column.uuid().primary(),
    program: column.text(),
    programVersion: column.text(),
    fund: column.text(),
    periodFrom: column.date(),
    /** First day after the period. */
    periodUntil: column.date(),
    currency: column.text(),
    /** What the money is for. */
    activity: column.text(),
    amountMinor: column.bigint("bigint"),
    state: column.enum([...FUND_REQUEST_STATES]),
    idempotencyKey: column.text(),
    requestHash: column.text(),
    requestedAt: column.datetime(),
    requestedBy: column.text(),
    decidedAt: column.datetime().nullable(),
    decidedBy: column.text().nullable(),
    reason: column.text().nullable(),
    approvedMinor: column.bigint("bigint").nullable(),
    /** Last day on which it can be claimed. */
    claimBy: column.date().nullable(),
    spentMinor: column.bigint("bigint").nullable(),
    claimedAt: column.datetime().nullable(),
    claimedBy: column.text().nullable(),
    reimbursedMinor: column.bigint("bigint").nullable(),
    externalReference: column.text().nullable(),
    settledAt: column.datetime().nullable(),
  },
  uniques: [{ name: "fund_request_partner_id_idempotency_key_key", properties: ["partnerId", "idempotencyKey"] }],
  indexes: [
    { name: "fund_request_by_id", properties: ["requestId"] },
    { name: "fund_request_by_state", properties: ["state", "requestId"] },
  ],
  checks: [
    { name: "fund_request_amount_minor_check", expression: "(amount_minor > 0)" },
    { name: "fund_request_approved_minor_check", expression: "(approved_minor > 0)" },
    { name: "fund_request_spent_minor_check", expression: "(spent_minor > 0)" },
  ],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type FundRequestRow = Row<typeof fundRequestTable>;
