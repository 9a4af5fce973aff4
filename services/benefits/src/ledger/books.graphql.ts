import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { BooksReads } from "./books.reads.js";
import { LedgerAccountName, LedgerBalance, LedgerEntryKind } from "./ledger.graphql.js";
import { EntriesArgs } from "./rewards.graphql.js";

type Context = RequestContext<BooksReads>;

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
  kind: string;

  @Field(() => LedgerAccountName)
  account: string;

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
