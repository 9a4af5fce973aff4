import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { BooksReads } from "./books.reads.js";
import { LedgerBalance } from "./ledger.graphql.js";
import { LedgerAccountName, LedgerEntryKind } from "./ledger-types.graphql.js";
import { EntriesArgs } from "./rewards.graphql.js";

type Context = RequestContext<BooksReads>;

@ObjectType({ description: "The balance of each account of all partners; they add up to zero in each currency." })
export class TrialBalance {
  @Field(() => DateScalar, { description: "Last day whose entries count." })
  on: string;

  @Field(() => [LedgerBalance], { description: "One for each account, fund, program and currency." })
  accounts: LedgerBalance[];

  @Field(() => Boolean, { description: "Whether the accounts add up to zero in each currency." })
  isBalanced: boolean;
}

@ObjectType({ description: "One line of the journal for finance: an account that an entry moved." })
export class JournalLine {
  @Field(() => ID, { description: "Key of the entry: its lines have it in common." })
  entry: string;

  @Field(() => ID, { description: "The partner whose ledger it is in." })
  partnerId: string;

  @Field(() => DateTimeScalar, { description: "When the entry was written." })
  recordedAt: Date;

  @Field(() => DateScalar, { description: "The day of what the entry is about: of the deal, of the payout." })
  on: string;

  @Field(() => LedgerEntryKind, { description: "What the entry records." })
  kind: string;

  @Field(() => LedgerAccountName, { description: "The account that was moved." })
  account: string;

  @Field(() => String, {
    nullable: true,
    description: "The vendor's code of the account, where the program's `ledger` names one.",
  })
  accountCode: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Of an account of a fund: the fund's name and the first day of the period, such as `campaigns 2026-10-01`; null otherwise.",
  })
  fund: string | null;

  @Field(() => Money, { nullable: true, description: "What the account is debited; null where it is credited." })
  debit: Money | null;

  @Field(() => Money, { nullable: true, description: "What the account is credited; null where it is debited." })
  credit: Money | null;

  @Field(() => String, { description: "How the entry came about, in words and numbers." })
  explanation: string;
}

@ObjectType({ description: "A page of the journal." })
export class JournalLineConnection extends connectionType("JournalLine", () => JournalLine, PageInfo) {}

@ObjectType({ description: "What is used of a ceiling of the whole program." })
export class CeilingUse {
  @Field(() => String, { description: "Name of the ceiling in the program." })
  ceiling: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of the period; null where it counts for ever." })
  periodFrom: string | null;

  @Field(() => Money, { nullable: true, description: "Null where it counts how often something is paid." })
  used: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: "The ceiling itself; null where it counts how often something is paid.",
  })
  most: Money | null;

  @Field(() => Int, { nullable: true, description: "How often; null where it counts money." })
  timesUsed: number | null;

  @Field(() => Int, { nullable: true, description: "The ceiling itself; null where it counts money." })
  mostTimes: number | null;

  @Field(() => Boolean, { description: "Nothing is paid above it; a soft ceiling only raises an alert." })
  isHard: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its mark, or itself, was first reached." })
  alertedAt: Date | null;
}

@Resolver()
export class BooksResolver {
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
