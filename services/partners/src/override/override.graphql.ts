import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { Authorized } from "../values.graphql.js";
import { MAX_REASON_LENGTH } from "./check-override.js";
import type { OverrideRow } from "./override.entity.js";
import type { OverrideRequest } from "./request-override.action.js";
import type { OverrideDecision } from "./resolve-override.action.js";

export enum OverrideKind {
  TIER = "TIER",
  TIER_AT_LEAST = "TIER_AT_LEAST",
  HOLD = "HOLD",
  APPROVAL = "APPROVAL",
}
registerEnumType(OverrideKind, {
  name: "OverrideKind",
  valuesConfig: {
    TIER: { description: "The partner is in exactly this tier, above or below what the rules give it." },
    TIER_AT_LEAST: {
      description:
        "The partner is in this tier or in the higher one that the rules give it. When it ends, grace begins.",
    },
    HOLD: { description: "The partner stays where it is." },
    APPROVAL: { description: "The partner has an approval that a requirement of the program asks for." },
  },
});

export enum OverrideState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  ENDED = "ENDED",
}
registerEnumType(OverrideState, { name: "OverrideState" });

@ObjectType({ description: "Decisions by people about a partner, beside the rules or in their place." })
export class Override {
  @Field(() => ID)
  id: string;

  @Field(() => OverrideKind)
  kind: OverrideKind;

  @Field(() => OverrideState)
  state: OverrideState;

  @Field(() => String, { nullable: true, description: "Name of the tier or the approval; null for a hold." })
  subject: string | null;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds." })
  until: string;

  @Field(() => String)
  reason: string;

  @Field(() => DateTimeScalar)
  requestedAt: Date;

  @Field(() => String, { description: "Who asked for it." })
  requestedBy: string;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "The second person." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "What the second person said." })
  note: string | null;
}

export enum OverrideErrorCode {
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  OVERRIDE_NOT_FOUND = "OVERRIDE_NOT_FOUND",
  NO_PROGRAM_IN_FORCE = "NO_PROGRAM_IN_FORCE",
  SUBJECT_UNKNOWN = "SUBJECT_UNKNOWN",
  SPAN_INVALID = "SPAN_INVALID",
  REASON_MISSING = "REASON_MISSING",
  SAME_PERSON = "SAME_PERSON",
  NOT_OPEN = "NOT_OPEN",
  TIER_BY_HAND_ALREADY = "TIER_BY_HAND_ALREADY",
}
registerEnumType(OverrideErrorCode, { name: "OverrideErrorCode" });

@ObjectType({ description: "A refusal: nothing was changed." })
export class OverrideUserError extends userErrorType("OverrideRefusal", OverrideErrorCode) {}

@InputType()
export class RequestOverrideInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => OverrideKind)
  kind: OverrideKind;

  @Field(() => String, { nullable: true, description: "Name of the tier or of the approval; none for a hold." })
  subject: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Today if omitted." })
  from: string | null;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds; at most two years on." })
  until: string;

  @Field(() => String, { description: `Shown to the partner; at most ${MAX_REASON_LENGTH} characters.` })
  reason: string;
}

@InputType()
export class DecideOverrideInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean)
  approve: boolean;

  @Field(() => String, { nullable: true })
  note: string | null;
}

@InputType()
export class EndOverrideInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true })
  note: string | null;
}

@ObjectType()
export class OverridePayload {
  @Field(() => Override, { nullable: true })
  override: Override | null;

  @Field(() => [OverrideUserError])
  userErrors: object[];
}

@Resolver()
export class OverrideResolver {
  @Authorized("decide overrides")
  @Query(() => [Override], {
    nullable: true,
    description: "What waits for a second person, oldest first, at most 100.",
  })
  requestedOverrides(@Ctx() { load }: Context): Promise<Override[]> {
    return load.requestedOverrides();
  }

  @Authorized("request overrides")
  @Mutation(() => OverridePayload, {
    nullable: true,
    description: "Asks for a tier by hand, a hold, or an approval. It holds once a second person has approved it.",
  })
  requestOverride(
    @Arg("input", () => RequestOverrideInput) input: RequestOverrideInput,
    @Ctx() { actions }: Context,
  ): Promise<OverridePayload> {
    return actions.requestOverride(input).then(payloadOf);
  }

  @Authorized("decide overrides")
  @Mutation(() => OverridePayload, {
    nullable: true,
    description: "Approves or refuses another person's request, and places the partner again.",
  })
  decideOverride(
    @Arg("input", () => DecideOverrideInput) input: DecideOverrideInput,
    @Ctx() { actions }: Context,
  ): Promise<OverridePayload> {
    return actions.resolveOverride(input).then(payloadOf);
  }

  @Authorized("decide overrides")
  @Mutation(() => OverridePayload, { nullable: true, description: "Ends what holds, from today on." })
  endOverride(
    @Arg("input", () => EndOverrideInput) input: EndOverrideInput,
    @Ctx() { actions }: Context,
  ): Promise<OverridePayload> {
    return actions.endOverride(input).then(payloadOf);
  }
}

export const overrideOf = ({ partnerId, overrideId, fromOn, untilOn, ...row }: OverrideRow): Override => ({
  ...row,
  id: encodeOwnedId({ partnerId, id: overrideId }),
  kind: OverrideKind[row.kind],
  state: OverrideState[row.state],
  from: fromOn,
  until: untilOn,
});

function payloadOf(outcome: OverrideRequest | OverrideDecision): OverridePayload {
  const refusal = (code: OverrideErrorCode, field: string[], message: string) => ({
    override: null,
    userErrors: [{ code, field: ["input", ...field], message }],
  });
  switch (outcome.kind) {
    case "OverrideRequested":
    case "OverrideDecided":
      return { override: overrideOf(outcome.override), userErrors: [] };
    case "PartnerUnknown":
      return refusal(OverrideErrorCode.PARTNER_NOT_FOUND, ["partnerId"], "There is no such partner.");
    case "OverrideUnknown":
      return refusal(OverrideErrorCode.OVERRIDE_NOT_FOUND, ["id"], "There is no such override.");
    case "NoProgramInForce":
      return refusal(OverrideErrorCode.NO_PROGRAM_IN_FORCE, [], "No program is in force: publish one first.");
    case "SubjectUnknown":
      return refusal(
        OverrideErrorCode.SUBJECT_UNKNOWN,
        ["subject"],
        outcome.known.length === 0
          ? "The program knows none of these."
          : `The program knows ${outcome.known.join(", ")}.`,
      );
    case "SubjectNotAsked":
      return refusal(
        OverrideErrorCode.SUBJECT_UNKNOWN,
        ["subject"],
        "A hold has no subject: the partner stays where it is.",
      );
    case "SpanEmpty":
      return refusal(OverrideErrorCode.SPAN_INVALID, ["until"], `It has to end after it begins, on ${outcome.from}.`);
    case "SpanTooLong":
      return refusal(
        OverrideErrorCode.SPAN_INVALID,
        ["until"],
        "At most two years: what lasts longer is a rule and belongs in the program.",
      );
    case "SpanIsPast":
      return refusal(OverrideErrorCode.SPAN_INVALID, ["until"], `It would be over by today, ${outcome.today}.`);
    case "ReasonMissing":
      return refusal(
        OverrideErrorCode.REASON_MISSING,
        ["reason"],
        `A reason of 1 to ${MAX_REASON_LENGTH} characters is needed: the partner reads it.`,
      );
    case "SamePerson":
      return refusal(
        OverrideErrorCode.SAME_PERSON,
        ["id"],
        "The person who asked for it cannot approve it: a second person has to.",
      );
    case "AlreadyDecided":
    case "NotInForce":
      return refusal(OverrideErrorCode.NOT_OPEN, ["id"], `It is ${outcome.state.toLowerCase()}.`);
    case "Over":
      return refusal(OverrideErrorCode.NOT_OPEN, ["id"], `It is over since ${outcome.until}.`);
    case "TierByHandAlready":
      return refusal(
        OverrideErrorCode.TIER_BY_HAND_ALREADY,
        ["id"],
        `Another tier by hand holds until ${outcome.until}: end that one first.`,
      );
  }
}
