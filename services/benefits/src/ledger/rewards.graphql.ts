import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { Money, PageArgs, PageInfo } from "../values.graphql.js";
import type { LedgerReads } from "./ledger.reads.js";
import { RewardEntryKind } from "./ledger-types.graphql.js";

type Context = RequestContext<LedgerReads>;

export const RewardEntry = objectType(
  "RewardEntry",
  "One movement of what a partner has earned. Never changed: a mistake is corrected by another entry.",
  {
    id: field.id(),
    kind: field.of(() => RewardEntryKind, "What it records.").as<string>(),
    amount: field.of(() => Money, "Negative where something is taken back."),
    on: field.date("The day of what earned it."),
    recordedAt: field.dateTime("When it was written."),
    rule: field.string("Name of the rule in the program."),
    tier: field.string("The tier held on that day.").nullable(),
    rate: field.decimal(
      "Share of the base, as a fraction of 1, to twelve digits after the point; 0 where a sum is paid.",
    ),
    base: field.of(() => Money, "What the rate was applied to."),
    programVersion: field.string("Version of the program that it was made by."),
    explanation: field.string("How it came about, in a sentence."),
    deal: field.of(() => Deal, "The deal that earned it.").nullable(),
  },
);
export type RewardEntry = InstanceType<typeof RewardEntry>;

export const RewardEntryConnection = connectionType("RewardEntry", () => RewardEntry, PageInfo, "A page of rewards.");
export type RewardEntryConnection = InstanceType<typeof RewardEntryConnection>;

export const Rewards = objectType("Rewards", "What a partner has earned.", {
  balance: field
    .of(() => Money, "Earned and not used; null before a program has a currency.")
    .as<() => Promise<Money | null>>()
    .nullable(),
  partnerId: field.hidden<string>(),
});
export type Rewards = InstanceType<typeof Rewards>;

@Resolver(() => Rewards)
export class RewardsResolver {
  @FieldResolver(() => RewardEntryConnection, { description: "Newest first." })
  entries(
    @Root() { partnerId }: Rewards,
    @Args(() => PageArgs) args: PageArgs,
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
  rewards(@Root() { id }: Partner, @Ctx() { load }: Context): Rewards | null {
    return load.rewards(id);
  }
}
