import type { Page } from "@tiergraph/kit/paging/page";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { moneyOf } from "@tiergraph/program/exact";
import { Arg, Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { CeilingUseRow } from "../ceiling/ceiling.store.js";
import type { Context } from "../context.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { LiabilityStretch } from "./forecast-liability.action.js";
import { LedgerAccountName, LedgerBalance, LedgerEntryKind } from "./ledger.graphql.js";
import type { ChainedEntryRow, PostingRow } from "./ledger.store.js";
import { EntriesArgs } from "./rewards.graphql.js";

@ObjectType({ description: "The balance of each account of all partners; they add up to zero in each currency." })
export class TrialBalance {
  @Field(() => DateScalar, { description: "Last day whose entries count." })
  on: string;

  @Field(() => [LedgerBalance])
  accounts: LedgerBalance[];

  @Field(() => Boolean, { description: "Whether the accounts add up to zero in each currency." })
  isBalanced: boolean;
}

@ObjectType({ description: "One line of the journal for finance: an account that an entry moved." })
export class JournalLine {
  @Field(() => ID)
  entry: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => DateTimeScalar)
  recordedAt: Date;

  @Field(() => DateScalar)
  on: string;

  @Field(() => LedgerEntryKind)
  kind: LedgerEntryKind;

  @Field(() => LedgerAccountName)
  account: LedgerAccountName;

  @Field(() => String, {
    nullable: true,
    description: "The vendor's code of the account, where the program's `ledger` names one.",
  })
  accountCode: string | null;

  @Field(() => String, { nullable: true })
  fund: string | null;

  @Field(() => Money, { nullable: true, description: "What the account is debited; null where it is credited." })
  debit: object | null;

  @Field(() => Money, { nullable: true, description: "What the account is credited; null where it is debited." })
  credit: object | null;

  @Field(() => String)
  explanation: string;
}

@ObjectType()
export class JournalLineConnection extends connectionType("JournalLine", () => JournalLine, PageInfo) {}

export function journalLineOf(entry: ChainedEntryRow, line: PostingRow, accountCode: string | null): JournalLine {
  const { transactionId, partnerId, recordedAt, occurredOn, explanation } = entry;
  const { amountMinor, currency, fund } = line;
  const money = moneyOf({ minor: amountMinor < 0n ? -amountMinor : amountMinor, currency });
  return {
    entry: transactionId,
    partnerId,
    recordedAt,
    on: occurredOn,
    explanation,
    accountCode,
    kind: entry.kind as LedgerEntryKind, // The table's check allows just these.
    account: line.account as string as LedgerAccountName, // The same texts.
    fund: fund === "" ? null : fund,
    debit: amountMinor < 0n ? money : null,
    credit: amountMinor < 0n ? null : money,
  };
}

@ObjectType({ description: "What is used of a ceiling of the whole program." })
export class CeilingUse {
  @Field(() => String, { description: "Name of the ceiling in the program." })
  ceiling: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of the period; null where it counts for ever." })
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

  @Field(() => DateTimeScalar, { nullable: true, description: "When its mark, or itself, was first reached." })
  alertedAt: Date | null;
}

export function ceilingUseOf(
  row: CeilingUseRow,
  { currency, isMoney }: { currency: string; isMoney: boolean },
): CeilingUse {
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

@ObjectType({ description: "What the program owes partners in one currency, and what it may owe them later." })
export class RewardLiability {
  @Field(() => Money, { description: "While the deals behind it can still be refunded." })
  pending: object;

  @Field(() => Money, { description: "Earned and not used." })
  earned: object;

  @Field(() => Money, { description: "Asked for and not paid yet." })
  reserved: object;

  @Field(() => Money, { description: "What partners owe: rewards taken back after they were paid out." })
  debt: object;

  @Field(() => Money, {
    description: "What open deals would earn on top, were all won today, at the tier that each partner will then hold.",
  })
  expected: object;
}

@ObjectType({ description: "A page of partners; add the pages up." })
export class RewardLiabilityStretch {
  @Field(() => Int, { description: "Partners on this page." })
  checked: number;

  @Field(() => Int, { description: "Partners in all." })
  total: number;

  @Field(() => [RewardLiability], { description: "One for each currency." })
  liabilities: RewardLiability[];

  @Field(() => String, { nullable: true, description: "Pass as `after` to go on; null at the end." })
  next: string | null;
}

export const liabilityOf = ({ liabilities, ...stretch }: LiabilityStretch): RewardLiabilityStretch => ({
  ...stretch,
  liabilities: liabilities.map(({ currency, pendingMinor, earnedMinor, reservedMinor, debtMinor, expectedMinor }) => {
    const money = (minor: bigint) => moneyOf({ minor, currency });
    return {
      pending: money(pendingMinor),
      earned: money(earnedMinor),
      reserved: money(reservedMinor),
      debt: money(debtMinor),
      expected: money(expectedMinor),
    };
  }),
});

@Resolver()
export class BooksResolver {
  @Authorized("read the books")
  @Query(() => RewardLiabilityStretch, {
    nullable: true,
    description: "What the program owes a page of 200 partners, and what their open deals would earn.",
  })
  rewardLiability(
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() { load }: Context,
  ): Promise<RewardLiabilityStretch> {
    return load.liability(after ?? null);
  }

  @Authorized("read the books")
  @Query(() => TrialBalance, {
    nullable: true,
    description: "The balance of each account of all partners at the end of a day.",
  })
  trialBalance(
    @Arg("on", () => DateScalar, { nullable: true, description: "Today if omitted." }) on: string | null,
    @Ctx() { load }: Context,
  ): Promise<TrialBalance> {
    return load.trialBalance(on ?? null);
  }

  @Authorized("read the books")
  @Query(() => JournalLineConnection, {
    nullable: true,
    description:
      "The journal for finance: each account that an entry moved, oldest first. Save it as a query to export it.",
  })
  journal(
    @Arg("from", () => DateScalar, { description: "First day of recording." }) from: string,
    @Arg("to", () => DateScalar, { description: "Last day of recording." }) to: string,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<JournalLine>> {
    return load.journal({ from, to }, args);
  }

  @Authorized("read the books")
  @Query(() => [CeilingUse], { nullable: true, description: "What is used of the ceilings of the program in force." })
  ceilings(@Ctx() { load }: Context): Promise<CeilingUse[]> {
    return load.ceilings();
  }
}
