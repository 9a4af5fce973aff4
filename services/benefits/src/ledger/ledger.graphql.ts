import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Deal } from "../entities.graphql.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { LedgerReads } from "./ledger.reads.js";
import { LedgerAccountName, LedgerEntryKind } from "./ledger-types.graphql.js";
import { EntriesArgs, Rewards } from "./rewards.graphql.js";
import { type Statement, statementAsCsv, statementAsPage } from "./statement.js";

type Context = RequestContext<LedgerReads>;

@ObjectType({ description: "What an entry moved of one account." })
export class LedgerLine {
  @Field(() => LedgerAccountName, { description: "The account that was moved." })
  account: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Of an account of a fund: the fund's name and the first day of the period, such as `campaigns 2026-10-01`; null otherwise.",
  })
  fund: string | null;

  @Field(() => Money, { description: "Above zero where the account is credited." })
  amount: Money;
}

@ObjectType({
  description: "What happened in a partner's ledger. Never changed: a mistake is corrected by another entry.",
})
export class LedgerEntry {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: "The partner whose ledger it is in." })
  partnerId: string;

  @Field(() => Int, { description: "Its place in the partner's chain, from 1." })
  sequence: number;

  @Field(() => LedgerEntryKind, { description: "What it records." })
  kind: string;

  @Field(() => DateScalar, { description: "The day of what it is about: of the deal, of the payout." })
  on: string;

  @Field(() => DateTimeScalar, { description: "When it was written." })
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
  base: Money | null;

  @Field(() => DateScalar, { nullable: true, description: "First day on which it is no longer pending." })
  maturesOn: string | null;

  @Field(() => String, { description: "Version of the program that it was made by." })
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

@ObjectType({ description: "A page of a ledger." })
export class LedgerEntryConnection extends connectionType("LedgerEntry", () => LedgerEntry, PageInfo) {}

@ObjectType({ description: "The balance of one account." })
export class LedgerBalance extends LedgerLine {
  @Field(() => String, { description: "Name of the program that the account is for." })
  program: string;
}

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

  @Field(() => Money, { description: "How much." })
  amount: Money;
}

@ObjectType({ description: "What a partner has in one program and currency." })
export class RewardAccount {
  @Field(() => String, { description: "Name of the program." })
  program: string;

  @Field(() => Money, { description: "Earned while the deals behind it can still be refunded." })
  pending: Money;

  @Field(() => Money, { description: "Earned and not used: can be redeemed." })
  available: Money;

  @Field(() => Money, { description: "Asked for and not paid yet." })
  reserved: Money;

  @Field(() => Money, { description: "Taken back after it was paid out: the next rewards repay it." })
  debt: Money;

  @Field(() => Money, { description: "Paid out so far." })
  paid: Money;

  @Field(() => [RewardCredit], { description: "Pending and available, by day; what expires first is redeemed first." })
  credits: RewardCredit[];
}

@ObjectType({
  description: "What a ceiling of the program holds back: paid when there is room at the partner's next settlement.",
})
export class WithheldReward {
  @Field(() => String, { description: "Name of the rule." })
  rule: string;

  @Field(() => String, { description: "Name of the ceiling." })
  ceiling: string;

  @Field(() => Money, { description: "What is held back." })
  amount: Money;

  @Field(() => DateTimeScalar, { description: "When that was last noted." })
  notedAt: Date;
}

@ObjectType({ description: "The entries of a period, with the balances before and after." })
export class RewardStatement {
  @Field(() => DateScalar, { description: "First day: entries recorded from its beginning (UTC) on." })
  from: string;

  @Field(() => DateScalar, { description: "Last day." })
  to: string;

  @Field(() => [LedgerBalance], { description: "The balances before the first day." })
  opening: LedgerBalance[];

  @Field(() => [LedgerBalance], { description: "The balances after the last day." })
  closing: LedgerBalance[];

  @Field(() => [LedgerEntry], { description: "Oldest first; at most 2,000." })
  entries: LedgerEntry[];

  statement: Statement;
}

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
    @Arg("from", () => DateScalar, { description: "First day of recording (UTC)." }) from: string,
    @Arg("to", () => DateScalar, { description: "Last day of recording (UTC)." }) to: string,
    @Ctx() { load }: Context,
  ): Promise<RewardStatement | null> {
    return load.statement(partnerId, { from, to });
  }

  @FieldResolver(() => [WithheldReward], { description: "What ceilings of the program hold back." })
  withheld(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<WithheldReward[]> {
    return load.withheld(partnerId);
  }
}
