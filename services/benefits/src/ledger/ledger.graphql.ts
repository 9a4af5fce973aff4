import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import type { Ceiling } from "@tiergraph/program/document/rewards";
import { compare, decimalOfText, moneyOf, multiply, ONE, rational } from "@tiergraph/program/exact";
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { WithheldRow } from "../ceiling/ceiling.store.js";
import type { Context } from "../context.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { CreditRow } from "./credit.store.js";
import type { BalanceRow, ChainedEntryRow, PostingRow } from "./ledger.store.js";
import type { AccountSumRow } from "./report.store.js";
import { Deal, EntriesArgs, Rewards } from "./rewards.graphql.js";
import { type Statement, statementAsCsv, statementAsPage } from "./statement.js";

export enum LedgerEntryKind {
  REBATE_ACCRUED = "REBATE_ACCRUED",
  REBATE_CORRECTED = "REBATE_CORRECTED",
  BONUS_ACCRUED = "BONUS_ACCRUED",
  BONUS_CORRECTED = "BONUS_CORRECTED",
  SPIFF_ACCRUED = "SPIFF_ACCRUED",
  SPIFF_CORRECTED = "SPIFF_CORRECTED",
  CLAWED_BACK = "CLAWED_BACK",
  REWARDS_EARNED = "REWARDS_EARNED",
  REWARDS_EXPIRED = "REWARDS_EXPIRED",
  REWARDS_RENEWED = "REWARDS_RENEWED",
  REDEMPTION_REQUESTED = "REDEMPTION_REQUESTED",
  REDEMPTION_RETURNED = "REDEMPTION_RETURNED",
  REDEMPTION_PAID = "REDEMPTION_PAID",
  FUND_ALLOCATED = "FUND_ALLOCATED",
  FUND_COMMITTED = "FUND_COMMITTED",
  FUND_RELEASED = "FUND_RELEASED",
  FUND_REIMBURSED = "FUND_REIMBURSED",
  FUND_EXPIRED = "FUND_EXPIRED",
}
registerEnumType(LedgerEntryKind, {
  name: "LedgerEntryKind",
  valuesConfig: {
    CLAWED_BACK: { description: "Taken back after it was earned; what was used already is owed." },
    REWARDS_EARNED: { description: "No longer pending: the time in which deals could be refunded is over." },
    REDEMPTION_REQUESTED: { description: "Set apart to be paid out." },
    REDEMPTION_RETURNED: { description: "Refused, or the payment failed: it is there again." },
  },
});

export enum LedgerAccountName {
  PARTNER_PENDING = "partner:pending",
  PARTNER_EARNED = "partner:earned",
  PARTNER_RESERVED = "partner:reserved",
  PARTNER_DEBT = "partner:debt",
  PROGRAM_REBATES = "program:rebates",
  PROGRAM_BONUSES = "program:bonuses",
  PROGRAM_SPIFFS = "program:spiffs",
  PROGRAM_EXPIRED = "program:expired",
  PROGRAM_PAID = "program:paid",
  FUND_BUDGET = "fund:budget",
  FUND_ALLOCATED = "fund:allocated",
  FUND_COMMITTED = "fund:committed",
  FUND_REIMBURSED = "fund:reimbursed",
}
registerEnumType(LedgerAccountName, {
  name: "LedgerAccount",
  description: "Accounts of the ledger. An entry's amounts add up to zero over them; above zero is a credit.",
});

@ObjectType({ description: "What an entry moved of one account." })
export class LedgerLine {
  @Field(() => LedgerAccountName)
  account: LedgerAccountName;

  @Field(() => String, { nullable: true, description: "Name of the fund, for its accounts." })
  fund: string | null;

  @Field(() => Money, { description: "Above zero where the account is credited." })
  amount: object;
}

@ObjectType({
  description: "What happened in a partner's ledger. Never changed: a mistake is corrected by another entry.",
})
export class LedgerEntry {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => Int, { description: "Its place in the partner's chain, from 1." })
  sequence: number;

  @Field(() => LedgerEntryKind)
  kind: LedgerEntryKind;

  @Field(() => DateScalar, { description: "The day of what it is about: of the deal, of the payout." })
  on: string;

  @Field(() => DateTimeScalar)
  recordedAt: Date;

  @Field(() => [LedgerLine], { description: "Add up to zero; none where only dates move." })
  lines: LedgerLine[];

  @Field(() => String, { nullable: true, description: "Name of the rule in the program." })
  rule: string | null;

  @Field(() => String, { nullable: true, description: "The tier that decided." })
  tier: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Share of the base, as a fraction of 1." })
  rate: string | null;

  @Field(() => Money, { nullable: true, description: "What the rate was applied to." })
  base: object | null;

  @Field(() => DateScalar, { nullable: true, description: "First day on which it is no longer pending." })
  maturesOn: string | null;

  @Field(() => String)
  programVersion: string;

  @Field(() => String, { nullable: true, description: "Who did it; null for the system." })
  actor: string | null;

  @Field(() => String, { description: "How it came about, in words and numbers." })
  explanation: string;

  @Field(() => Deal, { nullable: true, description: "The deal that earned it." })
  deal: Deal | null;

  @Field(() => String, { description: "SHA-256 over this entry and the hash of the one before it." })
  hash: string;
}

@ObjectType()
export class LedgerEntryConnection extends connectionType("LedgerEntry", () => LedgerEntry, PageInfo) {}

export const ledgerEntryOf = (row: ChainedEntryRow, lines: readonly PostingRow[]): LedgerEntry => {
  const { partnerId, currency, sequence, recordedAt, rule, tier, maturesOn, programVersion, actor, explanation, hash } =
    row;
  return {
    id: encodeOwnedId({ partnerId, id: row.transactionId }),
    partnerId,
    sequence,
    recordedAt,
    rule,
    tier,
    maturesOn,
    programVersion,
    actor,
    explanation,
    hash,
    kind: row.kind as LedgerEntryKind, // The table's check allows just these.
    on: row.occurredOn,
    lines: lines.map(lineOf),
    rate: row.rate === null ? null : decimalOfText(row.rate),
    base: row.baseMinor === null ? null : moneyOf({ minor: row.baseMinor, currency }),
    deal: row.factId === null ? null : { id: encodeOwnedId({ partnerId, id: row.factId }) },
  };
};

const lineOf = ({ account, fund, amountMinor, currency }: Omit<AccountSumRow, "program">): LedgerLine => ({
  account: account as string as LedgerAccountName, // The same texts.
  fund: fund === "" ? null : fund,
  amount: moneyOf({ minor: amountMinor, currency }),
});

@ObjectType({ description: "The balance of one account." })
export class LedgerBalance extends LedgerLine {
  @Field(() => String)
  program: string;
}

export const ledgerBalanceOf = (row: AccountSumRow): LedgerBalance => ({ ...lineOf(row), program: row.program });

@ObjectType({ description: "Rewards that become earned, or expire, on one day." })
export class RewardCredit {
  @Field(() => Boolean, { description: "False while the deals can still be refunded." })
  isEarned: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Pending: first day on which it is earned. Earned: last day on which it can be redeemed; null for ever.",
  })
  on: string | null;

  @Field(() => Money)
  amount: object;
}

@ObjectType({ description: "What a partner has in one program and currency." })
export class RewardAccount {
  @Field(() => String)
  program: string;

  @Field(() => Money, { description: "Earned while the deals behind it can still be refunded." })
  pending: object;

  @Field(() => Money, { description: "Earned and not used: can be redeemed." })
  available: object;

  @Field(() => Money, { description: "Asked for and not paid yet." })
  reserved: object;

  @Field(() => Money, { description: "Taken back after it was paid out: the next rewards repay it." })
  debt: object;

  @Field(() => Money, { description: "Paid out so far." })
  paid: object;

  @Field(() => [RewardCredit], { description: "Pending and available, by day; what expires first is redeemed first." })
  credits: RewardCredit[];
}

export function rewardAccountsOf(balances: readonly BalanceRow[], credits: readonly CreditRow[]): RewardAccount[] {
  const own = balances.filter(({ fund }) => fund === "");
  const keys = new Map(own.map(({ program, currency }) => [`${program} ${currency}`, { program, currency }]));
  return [...keys.values()].map(({ program, currency }) => {
    const isOf = (row: { program: string; currency: string }) => row.program === program && row.currency === currency;
    const money = (account: string, sign = 1n) => {
      const minor = own.find((row) => isOf(row) && row.account === account)?.balanceMinor ?? 0n;
      return moneyOf({ minor: sign * minor, currency });
    };
    return {
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

@ObjectType({
  description: "What a ceiling of the program holds back: paid when there is room at the partner's next settlement.",
})
export class WithheldReward {
  @Field(() => String, { description: "Name of the rule." })
  rule: string;

  @Field(() => String, { description: "Name of the ceiling." })
  ceiling: string;

  @Field(() => Money)
  amount: object;

  @Field(() => DateTimeScalar)
  notedAt: Date;
}

export const withheldOf = ({ rule, ceiling, amountMinor, currency, notedAt }: WithheldRow): WithheldReward => ({
  rule,
  ceiling,
  notedAt,
  amount: moneyOf({ minor: amountMinor, currency }),
});

@ObjectType({ description: "What a partner has filled of a ceiling that each partner has for itself." })
export class PartnerCeiling {
  @Field(() => String, { description: "Name of the ceiling in the program." })
  ceiling: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: "Why nothing is paid above it." })
  why: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day of the present period; null where it counts for ever.",
  })
  periodFrom: string | null;

  @Field(() => Money, { nullable: true, description: "Null where it counts how often something is paid." })
  used: object | null;

  @Field(() => Money, { nullable: true })
  most: object | null;

  @Field(() => Int, { nullable: true, description: "How often; null where it counts money." })
  timesUsed: number | null;

  @Field(() => Int, { nullable: true })
  mostTimes: number | null;

  @Field(() => Boolean, { description: "Nothing is paid above it; a soft ceiling only raises an alert." })
  isHard: boolean;

  @Field(() => Boolean, { description: "Its mark, or itself where it has none, is reached." })
  isReached: boolean;
}

export function partnerCeilingOf(
  ceiling: Ceiling,
  { usedSoFar, most, periodFrom, currency }: { usedSoFar: bigint; most: bigint; periodFrom: string; currency: string },
): PartnerCeiling {
  const isMoney = ceiling.most.unit === "money";
  const mark = multiply(ceiling.alertAt ?? ONE, rational(most));
  return {
    ceiling: ceiling.name,
    title: ceiling.title,
    why: ceiling.why,
    isHard: ceiling.beyond !== "alert",
    periodFrom: periodFrom === "" ? null : periodFrom,
    used: isMoney ? moneyOf({ minor: usedSoFar, currency }) : null,
    most: isMoney ? moneyOf({ minor: most, currency }) : null,
    timesUsed: isMoney ? null : Number(usedSoFar),
    mostTimes: isMoney ? null : Number(most),
    isReached: compare(rational(usedSoFar), mark) >= 0,
  };
}

@ObjectType({ description: "The entries of a period, with the balances before and after." })
export class RewardStatement {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: "Last day." })
  to: string;

  @Field(() => [LedgerBalance])
  opening: LedgerBalance[];

  @Field(() => [LedgerBalance])
  closing: LedgerBalance[];

  @Field(() => [LedgerEntry], { description: "Oldest first; at most 2,000." })
  entries: LedgerEntry[];

  statement: Statement;
}

export const rewardStatementOf = (statement: Statement): RewardStatement => ({
  from: statement.from,
  to: statement.to,
  opening: statement.opening.map(ledgerBalanceOf),
  closing: statement.closing.map(ledgerBalanceOf),
  entries: statement.entries.map(({ entry, lines }) => ledgerEntryOf(entry, lines)),
  statement,
});

@Resolver(() => RewardStatement)
export class RewardStatementResolver {
  @FieldResolver(() => String, { description: "A line for each movement, as CSV for spreadsheets." })
  csv(@Root() { statement }: RewardStatement): string {
    return statementAsCsv(statement);
  }

  @FieldResolver(() => String, { description: "A complete HTML page for printing." })
  page(@Root() { statement }: RewardStatement): string {
    return statementAsPage(statement);
  }
}

@Resolver(() => Rewards)
export class LedgerResolver {
  @FieldResolver(() => [RewardAccount], { description: "What the partner has, by program and currency." })
  accounts(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<RewardAccount[]> {
    return load.accounts(partnerId);
  }

  @FieldResolver(() => LedgerEntryConnection, { description: "All that happened in the ledger, newest first." })
  ledger(
    @Root() { partnerId }: Rewards,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<LedgerEntry>> {
    return load.ledger(partnerId, args);
  }

  @FieldResolver(() => RewardStatement, {
    nullable: true,
    description:
      "Entries recorded from a day to a day, both among them; null where they are more than 2,000: ask for fewer days.",
  })
  statement(
    @Root() { partnerId }: Rewards,
    @Arg("from", () => DateScalar) from: string,
    @Arg("to", () => DateScalar) to: string,
    @Ctx() { load }: Context,
  ): Promise<RewardStatement | null> {
    return load.statement(partnerId, { from, to });
  }

  @FieldResolver(() => [PartnerCeiling], {
    description: "Ceilings that the partner has for itself, in their present periods.",
  })
  ceilings(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<PartnerCeiling[]> {
    return load.partnerCeilings(partnerId);
  }

  @FieldResolver(() => [WithheldReward], { description: "What ceilings of the program hold back." })
  withheld(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<WithheldReward[]> {
    return load.withheld(partnerId);
  }
}
