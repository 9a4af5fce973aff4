import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Authorized } from "../values.graphql.js";
import { MAX_PARTNERS_NAMED, MAX_WAIT_SECONDS, type PlacementStartOutcome } from "./place-partners.action.js";
import type { PlacementRunRow } from "./placement-run.entity.js";

export enum PlacementRunReason {
  ON_DEMAND = "ON_DEMAND",
  PROGRAM_PUBLISHED = "PROGRAM_PUBLISHED",
  TRACKS_CHANGED = "TRACKS_CHANGED",
  DAILY = "DAILY",
  RULED = "RULED",
  REVIEWED = "REVIEWED",
}
registerEnumType(PlacementRunReason, { name: "PlacementRunReason" });

@ObjectType({ description: "The number of partners in one tier." })
export class TierCount {
  @Field(() => String)
  tier: string;

  @Field(() => Int)
  partners: number;
}

@ObjectType({ description: "The placement of many partners as of one day." })
export class PlacementRun {
  @Field(() => ID)
  id: string;

  @Field(() => PlacementRunReason)
  reason: PlacementRunReason;

  @Field(() => DateScalar)
  asOf: string;

  @Field(() => DateTimeScalar)
  startedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Null while partners are still to be judged." })
  finishedAt: Date | null;

  @Field(() => Int, { description: "Partners to judge." })
  total: number;

  @Field(() => Int)
  judged: number;

  @Field(() => Int, { description: "Partners whose tier the run changed, first placements included." })
  changed: number;

  @Field(() => [TierCount], { description: "The tiers of all partners now." })
  tiers: TierCount[];
}

export const placementRunOf = (row: PlacementRunRow, tiers: TierCount[]): PlacementRun => ({
  id: row.runId,
  reason: row.reason as PlacementRunReason, // The table's check allows just these.
  asOf: row.asOf,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  total: row.total,
  judged: row.judged,
  changed: row.changed,
  tiers,
});

export enum PlacePartnersErrorCode {
  NO_PROGRAM_IN_FORCE = "NO_PROGRAM_IN_FORCE",
  DAY_IN_FUTURE = "DAY_IN_FUTURE",
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  TOO_MANY_PARTNERS = "TOO_MANY_PARTNERS",
  WAIT_TOO_LONG = "WAIT_TOO_LONG",
}
registerEnumType(PlacePartnersErrorCode, { name: "PlacePartnersErrorCode" });

@ObjectType({ description: "A refusal: nobody is placed." })
export class PlacePartnersUserError extends userErrorType("PlacePartnersRefusal", PlacePartnersErrorCode) {}

@InputType()
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

@ObjectType()
export class PlacePartnersPayload {
  @Field(() => PlacementRun, {
    nullable: true,
    description: "Still running where `finishedAt` is null: ask `placementRun` again.",
  })
  run: PlacementRun | null;

  @Field(() => [PlacePartnersUserError])
  userErrors: PlacePartnersUserError[];
}

@Resolver()
export class PlacementResolver {
  @Authorized("place partners")
  @Query(() => PlacementRun, { nullable: true })
  placementRun(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<PlacementRun | null> {
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
      .then((outcome) => payloadOf(outcome, (runId) => load.finishedRun(runId, input.waitSeconds)));
  }
}

async function payloadOf(
  outcome: PlacementStartOutcome,
  finished: (runId: string) => Promise<PlacementRun | null>,
): Promise<PlacePartnersPayload> {
  const refusal = (code: PlacePartnersErrorCode, field: string[], message: string) => ({
    run: null,
    userErrors: [{ code, field, message }],
  });
  switch (outcome.kind) {
    case "PlacementStarted":
      return { run: await finished(outcome.run.runId), userErrors: [] };
    case "NoProgramInForce":
      return refusal(PlacePartnersErrorCode.NO_PROGRAM_IN_FORCE, [], "No program is in force: publish one first.");
    case "DayInFuture":
      return refusal(
        PlacePartnersErrorCode.DAY_IN_FUTURE,
        ["input", "asOf"],
        `The day is after today, ${outcome.today}.`,
      );
    case "WaitTooLong":
      return refusal(
        PlacePartnersErrorCode.WAIT_TOO_LONG,
        ["input", "waitSeconds"],
        `An answer waits for 0 to ${MAX_WAIT_SECONDS} seconds; ask placementRun for longer runs.`,
      );
    case "TooManyPartners":
      return refusal(
        PlacePartnersErrorCode.TOO_MANY_PARTNERS,
        ["input", "partnerIds"],
        `At most ${MAX_PARTNERS_NAMED} partners can be named; leave them out to place everyone.`,
      );
    case "PartnersUnknown":
      return refusal(
        PlacePartnersErrorCode.PARTNER_NOT_FOUND,
        ["input", "partnerIds"],
        `There is no partner ${outcome.partnerIds.join(", ")}.`,
      );
  }
}
