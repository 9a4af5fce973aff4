import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { decimalOfText, moneyOf } from "@tiergraph/program/exact";
import type { CeilingUseRow, WithheldRow } from "../ceiling/index.js";
import type { BalanceRow } from "./account-balance.entity.js";
import type { CreditRow } from "./credit.entity.js";
import type { RewardEntryRow } from "./ledger.store.js";
import type { ChainedEntryRow } from "./ledger-transaction.entity.js";
import type { PostingRow } from "./posting.entity.js";
import type { AccountSumRow, JournalLineRow } from "./report.store.js";
import type { Statement } from "./statement.js";

/** @param explanation how it came about, in the language of the request */
export const rewardEntryNode = (row: RewardEntryRow, explanation: string) => ({
  id: encodeOwnedId("RewardEntry", { partnerId: row.partnerId, id: row.transactionId }),
  kind: row.kind,
  amount: moneyOf({ minor: row.amountMinor, currency: row.currency }),
  on: row.occurredOn,
  recordedAt: row.recordedAt,
  rule: row.rule ?? "",
  tier: row.tier,
  rate: decimalOfText(row.rate ?? "0"),
  base: moneyOf({ minor: row.baseMinor ?? 0n, currency: row.currency }),
  programVersion: row.programVersion,
  explanation,
  deal: row.factId === null ? null : { id: encodeOwnedId("Deal", { partnerId: row.partnerId, id: row.factId }) },
});

export const ledgerEntryNode = (row: ChainedEntryRow, lines: readonly PostingRow[]) => {
  const { partnerId, currency, sequence, recordedAt, rule, tier, maturesOn, programVersion, actor, explanation, hash } =
    row;
  return {
    id: encodeOwnedId("LedgerEntry", { partnerId, id: row.transactionId }),
    partner: { id: partnerId },
    sequence,
    recordedAt,
    rule,
    tier,
    maturesOn,
    programVersion,
    actor,
    explanation,
    hash,
    kind: row.kind,
    on: row.occurredOn,
    lines: lines.map(lineOf),
    rate: row.rate === null ? null : decimalOfText(row.rate),
    base: row.baseMinor === null ? null : moneyOf({ minor: row.baseMinor, currency }),
    deal: row.factId === null ? null : { id: encodeOwnedId("Deal", { partnerId, id: row.factId }) },
  };
};

const lineOf = ({ account, fund, amountMinor, currency }: Omit<AccountSumRow, "program">) => ({
  account: account,
  fund: fund === "" ? null : fund,
  amount: moneyOf({ minor: amountMinor, currency }),
});

export const ledgerBalanceNode = (row: AccountSumRow) => ({ ...lineOf(row), program: row.program });

export function rewardAccountNodes(balances: readonly BalanceRow[], credits: readonly CreditRow[]) {
  const own = balances.filter(({ fund }) => fund === "");
  const keys = new Map(
    own.map(({ partnerId, program, currency }) => [`${program} ${currency}`, { partnerId, program, currency }]),
  );
  return [...keys.values()].map(({ partnerId, program, currency }) => {
    const isOf = (row: { program: string; currency: string }) => row.program === program && row.currency === currency;
    const money = (account: string, sign = 1n) => {
      const minor = own.find((row) => isOf(row) && row.account === account)?.balanceMinor ?? 0n;
      return moneyOf({ minor: sign * minor, currency });
    };
    return {
      id: encodeNamedId("RewardAccount", partnerId, program, currency),
      program,
      pending: money("partner:pending"),
      available: money("partner:earned"),
      reserved: money("partner:reserved"),
      debt: money("partner:debt", -1n),
      paid: money("program:paid"),
      credits: credits.filter(isOf).map(({ state, onDay, amountMinor }) => ({
        isEarned: state === "AVAILABLE",
        on: onDay === "9999-12-31" ? null : onDay,
        amount: moneyOf({ minor: amountMinor, currency }),
      })),
    };
  });
}

export const withheldNode = ({ rule, ceiling, amountMinor, currency, notedAt }: WithheldRow) => ({
  rule,
  ceiling,
  notedAt,
  amount: moneyOf({ minor: amountMinor, currency }),
});

export const rewardStatementNode = (statement: Statement) => ({
  from: statement.from,
  until: statement.until,
  opening: statement.opening.map(ledgerBalanceNode),
  closing: statement.closing.map(ledgerBalanceNode),
  entries: statement.entries.map(({ entry, lines }) => ledgerEntryNode(entry, lines)),
  statement,
});

export function journalLineNode(row: JournalLineRow, accountCode: string | null) {
  const { transactionId, partnerId, recordedAt, occurredOn, explanation, amountMinor, currency, fund } = row;
  const money = moneyOf({ minor: amountMinor < 0n ? -amountMinor : amountMinor, currency });
  return {
    entry: transactionId,
    partner: { id: partnerId },
    recordedAt,
    on: occurredOn,
    explanation,
    accountCode,
    kind: row.kind,
    account: row.account,
    fund: fund === "" ? null : fund,
    debit: amountMinor < 0n ? money : null,
    credit: amountMinor < 0n ? null : money,
  };
}

export function ceilingUseNode(row: CeilingUseRow, { currency, isMoney }: { currency: string; isMoney: boolean }) {
  const { ceiling, periodFrom, used, most, isHard, alertedAt } = row;
  return {
    ceiling,
    isHard,
    alertedAt,
    periodFrom: periodFrom === "" ? null : periodFrom,
    used: isMoney ? moneyOf({ minor: used, currency }) : null,
    most: isMoney ? moneyOf({ minor: most, currency }) : null,
    timesUsed: isMoney ? null : Number(used),
    mostTimes: isMoney ? null : Number(most),
  };
}
