import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** What rules of the program give and take back. */
export const REWARD_KINDS = [
  "REBATE_ACCRUED",
  "REBATE_CORRECTED",
  "BONUS_ACCRUED",
  "BONUS_CORRECTED",
  "SPIFF_ACCRUED",
  "SPIFF_CORRECTED",
  "CLAWED_BACK",
] as const;
export const ENTRY_KINDS = [
  ...REWARD_KINDS,
  "REWARDS_EARNED",
  "REWARDS_EXPIRED",
  "REWARDS_RENEWED",
  "REDEMPTION_REQUESTED",
  "REDEMPTION_RETURNED",
  "REDEMPTION_PAID",
  "FUND_ALLOCATED",
  "FUND_COMMITTED",
  "FUND_RELEASED",
  "FUND_REIMBURSED",
  "FUND_EXPIRED",
] as const;

/** What happened, in words and numbers. Never changed once it is written. */
export const ledgerTransactionTable = tablesOf("benefits")("ledger_transaction", {
  properties: {
    partnerId: column.uuid().primary(),
    transactionId: column.uuid().primary(),
    kind: column.enum([...ENTRY_KINDS]),
    /** The day of what it is about: of the deal, of the payout. */
    occurredOn: column.date(),
    recordedAt: column.datetime(),
    /** Null for what no rule of the program pays. */
    rule: column.text().nullable(),
    factId: column.uuid().nullable(),
    /** Null where no tier decides. */
    tier: column.text().nullable(),
    /** Share of the base as exact text; null where a sum is paid. */
    rate: column.text().nullable(),
    baseMinor: column.bigint("bigint").nullable(),
    programVersion: column.text(),
    explanation: column.text(),
    program: column.text(),
    sequence: column.integer(),
    previousHash: column.text(),
    hash: column.text(),
    /** What the rule pays for, once; null where there is no rule. */
    subject: column.text().nullable(),
    /** By how much it changes what the rule has given for its subject; null where there is no rule. */
    accruedMinor: column.bigint("bigint").nullable(),
    currency: column.text(),
    /** First day on which it is no longer pending; null where it never was. */
    maturesOn: column.date().nullable(),
    /** Last day on which it can be redeemed; null where it never expires, or is not for redeeming. */
    expiresOn: column.date().nullable(),
    /** Who did it; null for the system. */
    actor: column.text().nullable(),
    /** The redemption or the claim that it belongs to. */
    reference: column.uuid().nullable(),
  },
  uniques: [{ name: "ledger_transaction_place", properties: ["partnerId", "sequence"] }],
  indexes: [
    { name: "ledger_transaction_of_day", properties: ["recordedAt"] },
    { name: "ledger_transaction_of_subject", properties: ["partnerId", "subject", "rule"] },
    {
      name: "ledger_transaction_of_target",
      expression:
        "CREATE INDEX ledger_transaction_of_target ON benefits.ledger_transaction USING btree (partner_id) WHERE (subject <> (fact_id)::text)",
    },
  ],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
/** An entry with its place in the partner's chain. */
export type ChainedEntryRow = Row<typeof ledgerTransactionTable>;
