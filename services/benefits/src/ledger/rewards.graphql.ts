import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { LedgerReads } from "./ledger.reads.js";
import { RewardEntryKind } from "./ledger-types.graphql.js";

type Context = RequestContext<LedgerReads>;

@ObjectType({
  description: "One movement of what a partner has earned. Never changed: a mistake is corrected by another entry.",
})
export class RewardEntry {
  @Field(() => ID)
  id: string;

  @Field(() => RewardEntryKind, { description: "What it records." })
  kind: string;

  @Field(() => Money, { description: "Negative where something is taken back." })
  amount: Money;

  @Field(() => DateScalar, { description: "The day of what earned it." })
  on: string;

  @Field(() => DateTimeScalar, { description: "When it was written." })
  recordedAt: Date;

  @Field(() => String, { description: "Name of the rule in the program." })
  rule: string;

  @Field(() => String, { nullable: true, description: "The tier held on that day." })
  tier: string | null;

  @Field(() => DecimalScalar, {
    description: "Share of the base, as a fraction of 1, to twelve digits after the point; 0 where a sum is paid.",
  })
  rate: string;

  @Field(() => Money, { description: "What the rate was applied to." })
  base: Money;

  @Field(() => String, { description: "Version of the program that it was made by." })
  programVersion: string;

  @Field(() => String, { description: "How it came about, in a sentence." })
  explanation: string;

  @Field(() => Deal, { nullable: true, description: "The deal that earned it." })
  deal: Deal | null;
}

@ObjectType({ description: "A page of rewards." })
export class RewardEntryConnection extends connectionType("RewardEntry", () => RewardEntry, PageInfo) {}

@ObjectType({ description: "What a partner has earned." })
export class Rewards {
  @Field(() => Money, { nullable: true, description: "Earned and not used; null before a program has a currency." })
  balance: Money | null;

  partnerId: string;
}

@ArgsType()
export class EntriesArgs {
  @Field(() => Int, { defaultValue: 10, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

@Resolver(() => Rewards)
export class RewardsResolver {
  @FieldResolver(() => RewardEntryConnection, { description: "Newest first." })
  entries(
    @Root() { partnerId }: Rewards,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<RewardEntry>> {
    return load.entries(partnerId, args);
  }
}

@Resolver(() => Partner)
export class RewardsOfPartnerResolver {
  @FieldResolver(() => Rewards, {
    nullable: true,
    description: "What the partner has earned by the program's rules, and what was paid of it.",
  })
  rewards(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<Rewards | null> {
    return load.rewards.load(id);
  }
}
