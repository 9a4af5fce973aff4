import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
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

@ObjectType({ description: "The number of partners in one tier." })
export class TierCount {
  @Field(() => String, { description: "Name of the tier." })
  tier: string;

  @Field(() => Int, { description: "How many partners hold it." })
  partners: number;
}

@ObjectType({ description: "The placement of many partners as of one day." })
export class PlacementRun implements PlacementRunNode {
  @Field(() => ID)
  id: string;

  @Field(() => PlacementRunReason, { description: "Why it was started." })
  reason: PlacementRunNode["reason"];

  @Field(() => DateScalar, { description: "The day that is judged." })
  asOf: string;

  @Field(() => DateTimeScalar, { description: "When it was started." })
  startedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Null while partners are still to be judged." })
  finishedAt: Date | null;

  @Field(() => Int, { description: "Partners to judge." })
  total: number;

  @Field(() => Int, { description: "Partners that were judged so far." })
  judged: number;

  @Field(() => Int, { description: "Partners whose tier the run changed, first placements included." })
  changed: number;

  @Field(() => [TierCount], { description: "The tiers of all partners now." })
  tiers: TierCount[];
}

@InputType({ description: "The day to judge, and whom." })
export class PlacePartnersInput {
  @Field(() => DateScalar, {
    description: "The day to judge, not after today (UTC). What is decided holds from this day on.",
  })
  asOf: string;

  @Field(() => [ID], { nullable: true, description: "At most 250 partners; everyone if omitted." })
  partnerIds: string[] | null;

  @Field(() => Int, { defaultValue: 5, description: "Seconds, 0 to 8, to wait for the run's end before answering." })
  waitSeconds: number;
}

const PlacePartnersUserError = refusalType("PlacePartners", placementRefusals, {
  description: "A refusal: nobody is placed.",
});

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class PlacePartnersPayload {
  @Field(() => PlacementRun, {
    nullable: true,
    description: "Still running where `finishedAt` is null: ask `placementRun` again.",
  })
  run: PlacementRunNode | null;

  @Field(() => [PlacePartnersUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

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
