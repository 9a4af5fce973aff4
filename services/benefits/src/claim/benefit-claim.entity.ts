import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const CLAIM_STATES = ["REQUESTED", "APPROVED", "FULFILLED", "REFUSED"] as const;

export const benefitClaimTable = tablesOf("benefits")("benefit_claim", {
  properties: {
    partnerId: column.uuid().primary(),
    claimId: column.uuid().primary(),
    program: column.text(),
    programVersion: column.text(),
    benefit: column.text(),
    entitlementId: column.uuid(),
    /** First day of the period in which it counts; empty where the quantity is forever. */
    periodFrom: column.text(),
    quantity: column.integer(),
    state: column.enum([...CLAIM_STATES]),
    idempotencyKey: column.text(),
    requestHash: column.text(),
    note: column.text().nullable(),
    requestedAt: column.datetime(),
    requestedBy: column.text(),
    decidedAt: column.datetime().nullable(),
    decidedBy: column.text().nullable(),
    reason: column.text().nullable(),
    /** Until when it is to be fulfilled; null where the program promises no day. */
    dueOn: column.date().nullable(),
    fulfilledAt: column.datetime().nullable(),
    fulfilledBy: column.text().nullable(),
  },
  uniques: [{ name: "benefit_claim_partner_id_idempotency_key_key", properties: ["partnerId", "idempotencyKey"] }],
  indexes: [
    { name: "benefit_claim_by_id", properties: ["claimId"] },
    { name: "benefit_claim_by_state", properties: ["state", "claimId"] },
  ],
  checks: [{ name: "benefit_claim_quantity_check", expression: "(quantity > 0)" }],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type ClaimRow = Row<typeof benefitClaimTable>;
