import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import type { PlacementRunActions } from "./actions.js";
import { RUN_REASONS } from "./placement-run.entity.js";
import type { PlacementRunNode, PlacementRunReads } from "./placement-run.reads.js";
import { placementRefusals } from "./placement-run.refusals.js";

type Context = RequestContext<PlacementRunReads, PlacementRunActions>;

const PlacementRunReason = graphEnum("PlacementRunReason", RUN_REASONS, {
  description: "Why partners were judged.",
  valuesConfig: {
    ON_DEMAND: { description: "A person asked for it with `placePartners`." },
    PROGRAM_PUBLISHED: { description: "A version of the program came into force." },
    TRACKS_CHANGED: { description: "Partners were registered with other tracks, another region or another country." },
    DAILY: { description: "The run of the day, over all partners." },
    RULED: { description: "A person's decision about the partner was approved or ended." },
    REVIEWED: { description: "A review of the partner was recorded." },
  },
});

export const TierCount = objectType("TierCount", "The number of partners in one tier.", {
  tier: field.string("Name of the tier."),
  partners: field.int("How many partners hold it."),
});
export type TierCount = InstanceType<typeof TierCount>;

export const PlacementRun = objectType("PlacementRun", "The placement of many partners as of one day.", {
  id: field.id(),
  reason: field.of(() => PlacementRunReason, "Why it was started.").as<PlacementRunNode["reason"]>(),
  asOf: field.date("The day that is judged."),
  startedAt: field.dateTime("When it was started."),
  finishedAt: field.dateTime("Null while partners are still to be judged.").nullable(),
  total: field.int("Partners to judge."),
  judged: field.int("Partners that were judged so far."),
  changed: field.int("Partners whose tier the run changed, first placements included."),
  tiers: field.of(() => TierCount, "The tiers of all partners now.").list(),
});
export type PlacementRun = InstanceType<typeof PlacementRun>;

export const PlacePartnersInput = inputType("PlacePartnersInput", "The day to judge, and whom.", {
  asOf: field.date("The day to judge, not after today (UTC). What is decided holds from this day on."),
  partnerIds: field.id("At most 250 partners; everyone if omitted.").list().nullable(),
  waitSeconds: field.int("Seconds, 0 to 8, to wait for the run's end before answering.").default(5),
});
export type PlacePartnersInput = InstanceType<typeof PlacePartnersInput>;

const PlacePartnersUserError = refusalType("PlacePartners", placementRefusals, {
  description: "A refusal: nobody is placed.",
});

export const PlacePartnersPayload = objectType(
  "PlacePartnersPayload",
  "What the mutation did, or why it did nothing.",
  {
    run: field
      .of(() => PlacementRun, "Still running where `finishedAt` is null: ask `placementRun` again.")
      .as<PlacementRunNode>()
      .nullable(),
    userErrors: field
      .of(() => PlacePartnersUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
export type PlacePartnersPayload = InstanceType<typeof PlacePartnersPayload>;

@Resolver()
export class PlacementRunResolver {
  @Authorized("place partners")
  @Query(() => PlacementRun, { nullable: true, description: "A run by its id; null where there is none." })
  placementRun(
    @Arg("id", () => ID, { description: "The run's id, as `placePartners` answered it." }) id: string,
    @Ctx() { load }: Context,
  ): Promise<PlacementRunNode | null> {
    return load.placementRun(id);
  }

  @Authorized("place partners")
  @Mutation(() => PlacePartnersPayload, {
    nullable: true,
    description: "Places partners as of a day, by the version of the program that was in force on it.",
  })
  placePartners(
    @Arg("input", () => PlacePartnersInput) input: PlacePartnersInput,
    @Ctx() { actions, load }: Context,
  ): Promise<PlacePartnersPayload> {
    return actions
      .placePartners(input)
      .then(async (outcome) =>
        isRefusal(placementRefusals, outcome)
          ? { run: null, userErrors: [userErrorOf(placementRefusals, outcome)] }
          : { run: await load.finishedRun(outcome.run.runId, input.waitSeconds), userErrors: [] },
      );
  }
}
