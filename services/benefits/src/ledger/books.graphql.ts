import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized, Money, PageArgs, PageInfo } from "../values.graphql.js";
import type { BooksReads } from "./books.reads.js";
import { LedgerBalance } from "./ledger.graphql.js";
import { LedgerAccountName, LedgerEntryKind } from "./ledger-types.graphql.js";
import "@tiergraph/kit/values/declared-type.graphql";

type Context = RequestContext<BooksReads>;

export const TrialBalance = objectType(
  "TrialBalance",
  "The balance of each account of all partners; they add up to zero in each currency.",
  {
    on: field.date("Last day whose entries count."),
    accounts: field.of(() => LedgerBalance, "One for each account, fund, program and currency.").list(),
    isBalanced: field.boolean("Whether the accounts add up to zero in each currency."),
  },
);
export type TrialBalance = InstanceType<typeof TrialBalance>;

export const JournalLine = objectType(
  "JournalLine",
  "One line of the journal for finance: an account that an entry moved.",
  {
    entry: field.id("Key of the entry: its lines have it in common."),
    partner: field.of(() => Partner, "The partner whose ledger it is in.").nullable(),
    recordedAt: field.dateTime("When the entry was written."),
    on: field.date("The day of what the entry is about: of the deal, of the payout."),
    kind: field.of(() => LedgerEntryKind, "What the entry records.").as<string>(),
    account: field.of(() => LedgerAccountName, "The account that was moved.").as<string>(),
    accountCode: field.string("The vendor's code of the account, where the program's `ledger` names one.").nullable(),
    fund: field
      .string(
        "Of an account of a fund: the fund's name and the first day of the period, such as `campaigns 2026-10-01`; null otherwise.",
      )
      .nullable(),
    debit: field.of(() => Money, "What the account is debited; null where it is credited.").nullable(),
    credit: field.of(() => Money, "What the account is credited; null where it is debited.").nullable(),
    explanation: field.string("How the entry came about, in words and numbers."),
  },
);
export type JournalLine = InstanceType<typeof JournalLine>;

export const JournalLineConnection = connectionType(
  "JournalLine",
  () => JournalLine,
  PageInfo,
  "A page of the journal.",
);
export type JournalLineConnection = InstanceType<typeof JournalLineConnection>;

export const CeilingUse = objectType("CeilingUse", "What is used of a ceiling of the whole program.", {
  ceiling: field.string("Name of the ceiling in the program."),
  periodFrom: field.date("First day of the period; null where it counts for ever.").nullable(),
  used: field.of(() => Money, "Null where it counts how often something is paid.").nullable(),
  most: field.of(() => Money, "The ceiling itself; null where it counts how often something is paid.").nullable(),
  timesUsed: field.int("How often; null where it counts money.").nullable(),
  mostTimes: field.int("The ceiling itself; null where it counts money.").nullable(),
  isHard: field.boolean("Nothing is paid above it; a soft ceiling only raises an alert."),
  alertedAt: field.dateTime("When its mark, or itself, was first reached.").nullable(),
});
export type CeilingUse = InstanceType<typeof CeilingUse>;

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
    @Arg("until", () => DateScalar, { description: "The first day after." }) until: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<JournalLine>> {
    return load.journal({ from, until }, args);
  }

  @Authorized("read the books")
  @Query(() => [CeilingUse], { nullable: true, description: "What is used of the ceilings of the program in force." })
  ceilings(@Ctx() { load }: Context): Promise<CeilingUse[]> {
    return load.ceilings();
  }
}
