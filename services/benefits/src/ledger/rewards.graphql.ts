import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Deal, Partner } from "../entities.graphql.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { LedgerReads } from "./ledger.reads.js";
import "@tiergraph/kit/values/declared-type.graphql";

type Context = RequestContext<LedgerReads>;

const RewardEntryKind = graphEnum(
  "RewardEntryKind",
  [
    "REBATE_ACCRUED",
    "REBATE_CORRECTED",
    "BONUS_ACCRUED",
    "BONUS_CORRECTED",
    "SPIFF_ACCRUED",
    "SPIFF_CORRECTED",
    "CLAWED_BACK",
  ],
  {
    description: "What a movement of rewards records.",
    valuesConfig: {
      REBATE_ACCRUED: { description: "A rebate was given for the first time for what earned it." },
      REBATE_CORRECTED: { description: "A rebate that was given comes to more, or to less while it is pending." },
      BONUS_ACCRUED: { description: "A bonus was given for the first time for what earned it." },
      BONUS_CORRECTED: { description: "A bonus that was given comes to more, or to less while it is pending." },
      SPIFF_ACCRUED: { description: "A spiff was given for the first time for what earned it." },
      SPIFF_CORRECTED: { description: "A spiff that was given comes to more, or to less while it is pending." },
      CLAWED_BACK: { description: "Taken back after it was earned; what was used already is owed." },
    },
  },
);

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
  balance: field.of(() => Money, "Earned and not used; null before a program has a currency.").nullable(),
  partnerId: field.hidden<string>(),
});
export type Rewards = InstanceType<typeof Rewards>;

export const EntriesArgs = argsType({
  first: field.int("1 to 100.").default(10),
  after: field.string("`endCursor` of the page before; the first page if omitted.").nullable(),
});
export type EntriesArgs = InstanceType<typeof EntriesArgs>;

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
