import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { CeilingKey } from "../ceiling/index.js";

/** `REQUESTED` waits for a person, `APPROVED` for a batch, `PAYING` for the bank; `RETURNED` came back from it. */
export const REDEMPTION_STATES = ["REQUESTED", "APPROVED", "REFUSED", "PAYING", "PAID", "RETURNED"] as const;

export const redemptionTable = tablesOf("benefits")("redemption", {
  properties: {
    partnerId: column.uuid().primary(),
    redemptionId: column.uuid().primary(),
    program: column.text(),
    programVersion: column.text(),
    currency: column.text(),
    amountMinor: column.bigint("bigint"),
    state: column.enum([...REDEMPTION_STATES]),
    idempotencyKey: column.text(),
    requestHash: column.text(),
    note: column.text().nullable(),
    requestedAt: column.datetime(),
    requestedBy: column.text(),
    decidedAt: column.datetime().nullable(),
    decidedBy: column.text().nullable(),
    /** Why it was refused or came back. */
    reason: column.text().nullable(),
    batchId: column.uuid().nullable(),
    /** The reference of the bank or the payer. */
    externalReference: column.text().nullable(),
    settledAt: column.datetime().nullable(),
    /** The credits that it was taken from: where it goes back to. */
    taken: column.json<{ readonly onDay: string; readonly renewals: number; readonly amountMinor: string }[]>(),
    /** Ceilings of the program that it fills. */
    ceilings: column.json<CeilingKey[]>(),
  },
  uniques: [{ name: "redemption_partner_id_idempotency_key_key", properties: ["partnerId", "idempotencyKey"] }],
  indexes: [
    { name: "redemption_by_id", properties: ["redemptionId"] },
    { name: "redemption_by_state", properties: ["state", "requestedAt"] },
    {
      name: "redemption_of_batch",
      expression:
        "CREATE INDEX redemption_of_batch ON benefits.redemption USING btree (batch_id) WHERE (batch_id IS NOT NULL)",
    },
  ],
  checks: [{ name: "redemption_amount_minor_check", expression: "(amount_minor > 0)" }],
  references: [
    { columns: ["batch_id"], to: "benefits.payout_batch(batch_id)" },
    { columns: ["partner_id"], to: "benefits.standing(partner_id)" },
  ],
});
export type RedemptionRow = Row<typeof redemptionTable>;
