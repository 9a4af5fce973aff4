import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { LedgerAccount } from "@tiergraph/program/document/rewards";

export const LEDGER_ACCOUNTS = [
  "partner:pending",
  "partner:earned",
  "partner:reserved",
  "partner:debt",
  "program:rebates",
  "program:bonuses",
  "program:spiffs",
  "program:expired",
  "program:paid",
  "fund:budget",
  "fund:allocated",
  "fund:committed",
  "fund:reimbursed",
] as const satisfies readonly LedgerAccount[];

export const postingTable = tablesOf("benefits")("posting", {
  properties: {
    partnerId: column.uuid().primary(),
    transactionId: column.uuid().primary(),
    account: column.enum([...LEDGER_ACCOUNTS]).primary(),
    /** Empty for accounts that are of no fund. */
    fund: column.text().primary().default(""),
    currency: column.text().primary(),
    amountMinor: column.bigint("bigint"),
    program: column.text(),
  },
  checks: [{ name: "posting_amount_minor_check", expression: "(amount_minor <> 0)" }],
  references: [
    { columns: ["partner_id", "transaction_id"], to: "benefits.ledger_transaction(partner_id, transaction_id)" },
  ],
});
export type PostingRow = Row<typeof postingTable>;
