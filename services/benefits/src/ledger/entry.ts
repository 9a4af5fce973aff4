import type { LedgerAccount } from "@tiergraph/program/document/rewards";

export type { LedgerAccount } from "@tiergraph/program/document/rewards";

export type EntryKind =
  | "REBATE_ACCRUED"
  | "REBATE_CORRECTED"
  | "BONUS_ACCRUED"
  | "BONUS_CORRECTED"
  | "SPIFF_ACCRUED"
  | "SPIFF_CORRECTED"
  | "CLAWED_BACK"
  | "REWARDS_EARNED"
  | "REWARDS_EXPIRED"
  | "REWARDS_RENEWED"
  | "REDEMPTION_REQUESTED"
  | "REDEMPTION_RETURNED"
  | "REDEMPTION_PAID"
  | "FUND_ALLOCATED"
  | "FUND_COMMITTED"
  | "FUND_RELEASED"
  | "FUND_REIMBURSED"
  | "FUND_EXPIRED";

/** What happened, in words and numbers. Never changed once it is written. */
export interface LedgerEntry {
  readonly partnerId: string;
  readonly transactionId: string;
  readonly kind: EntryKind;
  /** The day of what it is about: of the deal, of the payout. */
  readonly occurredOn: string;
  readonly recordedAt: Date;
  readonly program: string;
  readonly programVersion: string;
  readonly currency: string;
  /** Null for what no rule of the program pays. */
  readonly rule: string | null;
  /** What the rule pays for, once; null where there is no rule. */
  readonly subject: string | null;
  readonly factId: string | null;
  /** Null where no tier decides. */
  readonly tier: string | null;
  /** Share of the base as exact text; null where a sum is paid. */
  readonly rate: string | null;
  readonly baseMinor: bigint | null;
  /** By how much it changes what the rule has given for its subject; null where there is no rule. */
  readonly accruedMinor: bigint | null;
  /** First day on which it is no longer pending; null where it never was. */
  readonly maturesOn: string | null;
  /** Last day on which it can be redeemed; null where it never expires, or is not for redeeming. */
  readonly expiresOn: string | null;
  /** Who did it; null for the system. */
  readonly actor: string | null;
  /** The redemption or the claim that it belongs to. */
  readonly reference: string | null;
  readonly explanation: string;
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

/**
 * Rewards that share a fate: all that become earned on one day, or expire on one. Single rewards are not followed from
 * there: a partner has a handful of these, however many deals it won.
 */
export interface Credit {
  readonly state: "PENDING" | "AVAILABLE";
  /** Pending: first day on which it is earned. Available: last day on which it can be redeemed. */
  readonly onDay: string;
  /** How often it was renewed. */
  readonly renewals: number;
  readonly amountMinor: bigint;
}
/** By how much a credit changes. */
export type CreditChange = Credit;
