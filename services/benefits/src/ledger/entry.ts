import type { LedgerAccount } from "@tiergraph/program/document/rewards";
import type { CreditRow } from "./credit.entity.js";
import type { ChainedEntryRow } from "./ledger-transaction.entity.js";

export type { LedgerAccount } from "@tiergraph/program/document/rewards";

export type EntryKind = ChainedEntryRow["kind"];

/** What happened, in words and numbers, before it has its place in the chain. */
export interface LedgerEntry extends Omit<ChainedEntryRow, "sequence" | "previousHash" | "hash"> {
  /** Add up to zero; an account at most once a fund. None where only dates move. */
  readonly lines: readonly EntryLine[];
  readonly credits: readonly CreditChange[];
}

/** Amounts in minor units: above zero where an account is credited. */
export interface EntryLine {
  readonly account: LedgerAccount;
  /** Name of the fund, for its accounts. */
  readonly fund?: string;
  readonly amountMinor: bigint;
}

/** Never expires. */
export const FOR_EVER = "9999-12-31";

export type Credit = Omit<CreditRow, "partnerId" | "program" | "currency">;
/** By how much a credit changes. */
export type CreditChange = Credit;

/** What an entry says that no rule of the program made. */
export const OF_NO_RULE = {
  rule: null,
  subject: null,
  factId: null,
  tier: null,
  rate: null,
  baseMinor: null,
  accruedMinor: null,
  maturesOn: null,
  expiresOn: null,
} as const;
