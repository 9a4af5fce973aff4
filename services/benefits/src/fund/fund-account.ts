import { dayOf } from "@tiergraph/kit/process/clock";
import { type PeriodDays, periodContaining } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import type { Ceiling, Fund } from "@tiergraph/program/document/rewards";
import { formatMinorUnits, knownCalendarDate, multiply, rational, roundHalfUp } from "@tiergraph/program/exact";
import { type Fact, matchesSource } from "@tiergraph/program/measure";
import { minorOfMajor } from "@tiergraph/program/reward";
import {
  type BalanceRow,
  type EntryKind,
  type EntryLine,
  type LedgerAccount,
  type LedgerEntry,
  OF_NO_RULE,
} from "../ledger/index.js";

/** A fund in one of its periods. */
export interface FundPeriod {
  readonly fund: Fund;
  readonly program: Program;
  readonly period: PeriodDays;
  /** As the ledger names it: `marketing 2026-10-01`. */
  readonly key: string;
}

export const fundPeriodOf = (fund: Fund, program: Program, day: string): FundPeriod => {
  const period = periodContaining(fund.over, knownCalendarDate(day), program.calendar);
  return { fund, program, period, key: `${fund.name} ${period.from}` };
};

/** What stands in the accounts of one partner for one fund and period, in minor units, none below zero. */
export interface FundBalance {
  /** Given so far, what was used or expired included. */
  readonly givenMinor: bigint;
  /** Given and not promised to anything. */
  readonly allocatedMinor: bigint;
  /** Promised to approved requests. */
  readonly committedMinor: bigint;
  readonly reimbursedMinor: bigint;
}

export function fundBalanceOf(balances: readonly BalanceRow[], { key, program }: FundPeriod): FundBalance {
  const of = (account: LedgerAccount) =>
    balances.find(
      (row) =>
        row.fund === key &&
        row.program === program.name &&
        row.currency === program.currency &&
        row.account === account,
    )?.balanceMinor ?? 0n;
  return {
    givenMinor: -of("fund:budget"),
    allocatedMinor: of("fund:allocated"),
    committedMinor: of("fund:committed"),
    reimbursedMinor: of("fund:reimbursed"),
  };
}

/** What the program gives a partner of a fund by itself; null where people decide. */
export function dueOf(
  { fund, program, period }: FundPeriod,
  { tier, facts }: { tier: string | null; facts: readonly Fact[] },
): bigint | null {
  const { allocation } = fund;
  switch (allocation.kind) {
    case "discretion":
      return null;
    case "by-tier": {
      const sum = tier === null ? undefined : allocation.byTier.get(tier);
      return sum === undefined ? 0n : minorOfMajor(sum, program);
    }
    case "accrual": {
      const base = facts
        .filter(({ on }) => on >= period.from && on < period.until)
        .filter((fact) => matchesSource(allocation.source, fact))
        .reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0n), 0n);
      return base <= 0n ? 0n : roundHalfUp(multiply(rational(base), allocation.rate), 0);
    }
  }
}

/** A fund's budget, held as any ceiling is: what all partners are given in a period stays below it. */
export const budgetOf = ({ fund }: FundPeriod, beyond: "remainder" | "refuse"): Ceiling => ({
  name: `funds.${fund.name}`,
  title: fund.title,
  why: fund.why,
  of: "everything",
  each: "program",
  over: fund.over,
  most: { unit: "money", value: fund.budget },
  beyond,
  alertAt: null,
});

/** An entry that moves money of a fund; its lines are of the one fund and period. */
export function fundEntry(
  kind: EntryKind,
  { program, key }: Pick<FundPeriod, "program" | "key">,
  given: {
    readonly partnerId: string;
    readonly lines: readonly Omit<EntryLine, "fund">[];
    readonly explanation: string;
    readonly actor: string | null;
    readonly reference: string | null;
    readonly subject?: string;
    readonly now: Date;
    readonly newId: () => string;
  },
): LedgerEntry {
  const { partnerId, lines, explanation, actor, reference, subject = null, now, newId } = given;
  return {
    partnerId,
    transactionId: newId(),
    kind,
    occurredOn: dayOf(now),
    recordedAt: now,
    program: program.name,
    programVersion: program.version,
    currency: program.currency,
    ...OF_NO_RULE,
    subject,
    actor,
    reference,
    explanation,
    lines: lines.filter(({ amountMinor }) => amountMinor !== 0n).map((line) => ({ ...line, fund: key })),
    credits: [],
  };
}

/** What is paid back of what was spent: the fund's share, never more than was approved. */
export function reimbursable(
  { fund }: Pick<FundPeriod, "fund">,
  { spentMinor, approvedMinor }: { spentMinor: bigint; approvedMinor: bigint },
): bigint {
  const share = roundHalfUp(multiply(rational(spentMinor), fund.reimburses), 0);
  return share < approvedMinor ? share : approvedMinor;
}

export const inMoney = (minor: bigint, { currency }: Pick<Program, "currency">): string =>
  formatMinorUnits(minor, currency);
