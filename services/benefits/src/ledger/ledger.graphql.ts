import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { Money, PageArgs, PageInfo } from "../values.graphql.js";
import type { LedgerReads } from "./ledger.reads.js";
import { LedgerAccountName, LedgerEntryKind } from "./ledger-types.graphql.js";
import { Rewards } from "./rewards.graphql.js";
import { type Statement, statementAsCsv, statementAsPage } from "./statement.js";

type Context = RequestContext<LedgerReads>;

export const LedgerLine = objectType("LedgerLine", "What an entry moved of one account.", {
  account: field.of(() => LedgerAccountName, "The account that was moved.").as<string>(),
  fund: field
    .string(
      "Of an account of a fund: the fund's name and the first day of the period, such as `campaigns 2026-10-01`; null otherwise.",
    )
    .nullable(),
  amount: field.of(() => Money, "Above zero where the account is credited."),
});
export type LedgerLine = InstanceType<typeof LedgerLine>;

export const LedgerEntry = objectType(
  "LedgerEntry",
  "What happened in a partner's ledger. Never changed: a mistake is corrected by another entry.",
  {
    id: field.id(),
    partner: field.of(() => Partner, "The partner whose ledger it is in.").nullable(),
    sequence: field.int("Its place in the partner's chain, from 1."),
    kind: field.of(() => LedgerEntryKind, "What it records.").as<string>(),
    on: field.date("The day of what it is about: of the deal, of the payout."),
    recordedAt: field.dateTime("When it was written."),
    lines: field.of(() => LedgerLine, "Add up to zero; none where only dates move.").list(),
    rule: field.string("Name of the rule in the program.").nullable(),
    tier: field.string("The tier that decided.").nullable(),
    rate: field.decimal("Share of the base, as a fraction of 1.").nullable(),
    base: field.of(() => Money, "What the rate was applied to.").nullable(),
    maturesOn: field.date("First day on which it is no longer pending.").nullable(),
    programVersion: field.string("Version of the program that it was made by."),
    actor: field.string("Who did it; null for the system.").personal(),
    explanation: field.string("How it came about, in words and numbers."),
    deal: field.of(() => Deal, "The deal that earned it.").nullable(),
    hash: field.string("SHA-256 over this entry and the hash of the one before it."),
  },
);
export type LedgerEntry = InstanceType<typeof LedgerEntry>;

export const LedgerEntryConnection = connectionType("LedgerEntry", () => LedgerEntry, PageInfo, "A page of a ledger.");
export type LedgerEntryConnection = InstanceType<typeof LedgerEntryConnection>;

export const LedgerBalance = objectType("LedgerBalance", "The balance of one account.", {
  ...LedgerLine.fields,
  program: field.string("Name of the program that the account is for."),
});
export type LedgerBalance = InstanceType<typeof LedgerBalance>;

export const RewardCredit = objectType("RewardCredit", "Rewards that become earned, or expire, on one day.", {
  isEarned: field.boolean("False while the deals can still be refunded."),
  on: field
    .date("Pending: first day on which it is earned. Earned: last day on which it can be redeemed; null for ever.")
    .nullable(),
  amount: field.of(() => Money, "How much."),
});
export type RewardCredit = InstanceType<typeof RewardCredit>;

export const RewardAccount = objectType("RewardAccount", "What a partner has in one program and currency.", {
  id: field.id(),
  program: field.string("Name of the program."),
  pending: field.of(() => Money, "Earned while the deals behind it can still be refunded."),
  available: field.of(() => Money, "Earned and not used: can be redeemed."),
  reserved: field.of(() => Money, "Asked for and not paid yet."),
  debt: field.of(() => Money, "Taken back after it was paid out: the next rewards repay it."),
  paid: field.of(() => Money, "Paid out so far."),
  credits: field.of(() => RewardCredit, "Pending and available, by day; what expires first is redeemed first.").list(),
});
export type RewardAccount = InstanceType<typeof RewardAccount>;

export const WithheldReward = objectType(
  "WithheldReward",
  "What a ceiling of the program holds back: paid when there is room at the partner's next settlement.",
  {
    rule: field.string("Name of the rule."),
    ceiling: field.string("Name of the ceiling."),
    amount: field.of(() => Money, "What is held back."),
    notedAt: field.dateTime("When that was last noted."),
  },
);
export type WithheldReward = InstanceType<typeof WithheldReward>;

export const RewardStatement = objectType(
  "RewardStatement",
  "The entries of a period, with the balances before and after.",
  {
    from: field.date("First day: entries recorded from its beginning (UTC) on."),
    until: field.date("The first day after."),
    opening: field.of(() => LedgerBalance, "The balances before the first day.").list(),
    closing: field.of(() => LedgerBalance, "The balances at the end.").list(),
    entries: field.of(() => LedgerEntry, "Oldest first; at most 2,000.").list(),
    statement: field.hidden<Statement>(),
  },
);
export type RewardStatement = InstanceType<typeof RewardStatement>;

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
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<LedgerEntry>> {
    return load.ledger(partnerId, args);
  }

  @FieldResolver(() => RewardStatement, {
    nullable: true,
    description:
      "Entries recorded from a day on and before another; null where they are more than 2,000: ask for fewer days.",
  })
  statement(
    @Root() { partnerId }: Rewards,
    @Arg("from", () => DateScalar, { description: "First day of recording (UTC)." }) from: string,
    @Arg("until", () => DateScalar, { description: "The first day after (UTC)." }) until: string,
    @Ctx() { load }: Context,
  ): Promise<RewardStatement | null> {
    return load.statement(partnerId, { from, until });
  }

  @FieldResolver(() => [WithheldReward], { description: "What ceilings of the program hold back." })
  withheld(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<WithheldReward[]> {
    return load.withheld(partnerId);
  }
}
