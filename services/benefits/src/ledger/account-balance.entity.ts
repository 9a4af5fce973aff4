import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { LedgerAccount } from "@tiergraph/program/document/rewards";

export const accountBalanceTable = tablesOf("benefits")("account_balance", {
  properties: {
    partnerId: column.uuid().primary(),
    program: column.text().primary().default(""),
    fund: column.text().primary().default(""),
    account: column.text().$type<LedgerAccount>().primary(),
    currency: column.text().primary(),
    balanceMinor: column.bigint("bigint"),
  },
  checks: [
    {
      name: "never_overdrawn",
      expression:
        "CASE WHEN (account = ANY (ARRAY['partner:pending'::text, 'partner:earned'::text, 'partner:reserved'::text, 'fund:allocated'::text, 'fund:committed'::text])) THEN (balance_minor >= 0) WHEN (account = 'partner:debt'::text) THEN (balance_minor <= 0) ELSE true END",
    },
  ],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
export type BalanceRow = Row<typeof accountBalanceTable>;
