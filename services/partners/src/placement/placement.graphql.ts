import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { decimalOrNull } from "@tiergraph/program/exact/decimal-text";
import { encodeMeasurementId } from "@tiergraph/program/measure/measurement-id";
import type { PlacementDecision } from "@tiergraph/program/place/place-partner";
import {
  Arg,
  Authorized,
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
import { Tier, tierOf } from "../program/program.graphql.js";
import { type PublishedVersion } from "../program/program-shelf.js";
import { Measurement, progressOf, RuleProgress } from "../requirement.graphql.js";
import { PageInfo } from "../values.graphql.js";
import type { DecisionRow } from "./decision.store.js";
import { MAX_PARTNERS_NAMED, MAX_WAIT_SECONDS, type PlacementStartOutcome } from "./place-partners.action.js";
import type { PlacementRunRow } from "./placement-run.store.js";

export enum PlacementOutcome {
  PLACED = "PLACED",
  PROMOTED = "PROMOTED",
  DEMOTED = "DEMOTED",
  KEPT = "KEPT",
}
registerEnumType(PlacementOutcome, { name: "PlacementOutcome" });

@ObjectType({ description: "One measure as the decision read it." })
export class DecisionInput {
  @Field(() => String)
  measure!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Money in major units, percent as a fraction of 1, to twelve digits after the point. What decided is exact.",
  })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what was divided." })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what it was divided by." })
  denominator!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "First day that counted; null for the beginning of time." })
  from!: string | null;

  @Field(() => DateScalar, { description: "The day after the last one that counted." })
  to!: string;

  @Field(() => Measurement, { nullable: true, description: "Down to the facts that were counted." })
  measurement!: Measurement | null;
}

@ObjectType({ description: "How a partner stood towards one tier when it was judged." })
export class TierAssessment {
  @Field(() => Tier)
  tier!: Tier;

  @Field(() => Boolean)
  isMet!: boolean;

  @Field(() => RuleProgress, { nullable: true })
  requirement!: RuleProgress | null;
}

@ObjectType({ description: "Why a partner was placed where it was. Never changed once made." })
export class Decision {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "1 for the partner's first decision." })
  sequence!: number;

  @Field(() => DateScalar, { description: "The day that was judged; the tier is held from this day on." })
  asOf!: string;

  @Field(() => DateTimeScalar)
  decidedAt!: Date;

  @Field(() => String)
  program!: string;

  @Field(() => String)
  programVersion!: string;

  @Field(() => PlacementOutcome)
  outcome!: PlacementOutcome;

  @Field(() => Tier)
  tier!: Tier;

  @Field(() => String, { nullable: true, description: "Name of the tier held before the judged day." })
  previousTier!: string | null;

  @Field(() => String, { description: "The reason in one sentence." })
  summary!: string;

  @Field(() => [DecisionInput])
  inputs!: DecisionInput[];

  @Field(() => [TierAssessment], { description: "Every tier, lowest first." })
  assessments!: TierAssessment[];
}

@ObjectType()
export class DecisionConnection extends connectionType("Decision", () => Decision, PageInfo) {}

export function decisionOf(row: DecisionRow, { program }: PublishedVersion): Decision {
  const body = JSON.parse(row.body) as PlacementDecision; // Written by `serializeDecision`.
  const measurementId = measurementIdIn(row);
  return {
    id: encodeOwnedId({ partnerId: row.partnerId, id: row.decisionId }),
    sequence: row.sequence,
    asOf: row.asOf,
    decidedAt: row.decidedAt,
    program: row.program,
    programVersion: row.programVersion,
    outcome: row.outcome as PlacementOutcome, // The table's check allows just these.
    tier: tierOf(program, row.tier),
    previousTier: row.previousTier,
    summary: body.summary,
    inputs: body.inputs.measures.map(({ measure, value, numerator, denominator, from, to }) => ({
      measure,
      value: decimalOrNull(value),
      numerator: decimalOrNull(numerator),
      denominator: decimalOrNull(denominator),
      from,
      to,
      measurement: { id: measurementId(measure) },
    })),
    assessments: body.tiers.map(({ tier, isMet, requirement }) => ({
      tier: tierOf(program, tier),
      isMet,
      requirement: requirement === null ? null : progressOf(requirement, measurementId),
    })),
  };
}

export const measurementIdIn =
  ({
    partnerId,
    asOf,
    program,
    programVersion,
  }: Pick<DecisionRow, "partnerId" | "asOf" | "program" | "programVersion">) =>
  (measure: string): string =>
    encodeMeasurementId({ partnerId, measure, asOf: knownCalendarDate(asOf), program, version: programVersion });

export enum PlacementRunReason {
  ON_DEMAND = "ON_DEMAND",
  PROGRAM_PUBLISHED = "PROGRAM_PUBLISHED",
  TRACKS_CHANGED = "TRACKS_CHANGED",
  DAILY = "DAILY",
}
registerEnumType(PlacementRunReason, { name: "PlacementRunReason" });

@ObjectType({ description: "How many partners stand in one tier." })
export class TierCount {
  @Field(() => String)
  tier!: string;

  @Field(() => Int)
  partners!: number;
}

@ObjectType({ description: "The placement of many partners as of one day." })
export class PlacementRun {
  @Field(() => ID)
  id!: string;

  @Field(() => PlacementRunReason)
  reason!: PlacementRunReason;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Null while partners are still to be judged." })
  finishedAt!: Date | null;

  @Field(() => Int, { description: "Partners to judge." })
  total!: number;

  @Field(() => Int)
  judged!: number;

  @Field(() => Int, { description: "Partners whose tier the run changed, first placements included." })
  changed!: number;

  @Field(() => [TierCount], { description: "Where all partners stand now." })
  tiers!: TierCount[];
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
  asOf!: string;

  @Field(() => [ID], { nullable: true, description: "At most 250 partners; everyone where left out." })
  partnerIds!: string[] | null;

  @Field(() => Int, { defaultValue: 5, description: "Seconds, 0 to 8, to wait for the run's end before answering." })
  waitSeconds!: number;
}

@ObjectType()
export class PlacePartnersPayload {
  @Field(() => PlacementRun, {
    nullable: true,
    description: "Still running where `finishedAt` is null: ask `placementRun` again.",
  })
  run!: PlacementRun | null;

  @Field(() => [PlacePartnersUserError])
  userErrors!: PlacePartnersUserError[];
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
    description: "Places partners by the program in force, as of a day.",
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
