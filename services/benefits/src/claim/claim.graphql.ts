import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Partner } from "../entitlement/entitlement.graphql.js";
import { EntriesArgs } from "../ledger/rewards.graphql.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { ClaimRow } from "./benefit-claim.entity.js";
import type { ClaimChange, Claiming } from "./claim-benefit.action.js";

export enum BenefitClaimState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  FULFILLED = "FULFILLED",
  REFUSED = "REFUSED",
}
registerEnumType(BenefitClaimState, { name: "BenefitClaimState" });

@ObjectType({ description: "Some of a benefit that a partner used or asked for." })
export class BenefitClaim {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => String, { description: "Name of the benefit." })
  benefit: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => BenefitClaimState)
  state: BenefitClaimState;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTimeScalar)
  requestedAt: Date;

  @Field(() => String)
  requestedBy: string;

  @Field(() => String, { nullable: true })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was approved or refused." })
  reason: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of the service level; null where the program promises none.",
  })
  dueOn: string | null;

  @Field(() => Boolean, { description: "Approved, not fulfilled, and past its service level." })
  isOverdue: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  fulfilledAt: Date | null;
}

@ObjectType()
export class BenefitClaimConnection extends connectionType("BenefitClaim", () => BenefitClaim, PageInfo) {}

export const claimOf = (row: ClaimRow, today: string): BenefitClaim => {
  const { partnerId, benefit, quantity, note, requestedAt, requestedBy, decidedBy, reason, dueOn, fulfilledAt } = row;
  return {
    id: encodeOwnedId({ partnerId, id: row.claimId }),
    partnerId,
    benefit,
    quantity,
    note,
    requestedAt,
    requestedBy,
    decidedBy,
    reason,
    dueOn,
    fulfilledAt,
    state: row.state as BenefitClaimState, // The same words.
    isOverdue: row.state === "APPROVED" && dueOn !== null && dueOn < today,
  };
};

export enum BenefitClaimErrorCode {
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  KEY_INVALID = "KEY_INVALID",
  KEY_REUSED = "KEY_REUSED",
  QUANTITY_INVALID = "QUANTITY_INVALID",
  NOTE_TOO_LONG = "NOTE_TOO_LONG",
  BENEFIT_NOT_HELD = "BENEFIT_NOT_HELD",
  QUANTITY_USED_UP = "QUANTITY_USED_UP",
  CEILING_REACHED = "CEILING_REACHED",
  CLAIM_NOT_FOUND = "CLAIM_NOT_FOUND",
  REASON_MISSING = "REASON_MISSING",
  NOT_POSSIBLE = "NOT_POSSIBLE",
}
registerEnumType(BenefitClaimErrorCode, { name: "BenefitClaimErrorCode" });

@ObjectType()
export class BenefitClaimUserError extends userErrorType("BenefitClaimRefusal", BenefitClaimErrorCode) {}

@ObjectType()
export class BenefitClaimPayload {
  @Field(() => BenefitClaim, { nullable: true, description: "Null where it was refused." })
  claim: BenefitClaim | null;

  @Field(() => [BenefitClaimUserError])
  userErrors: BenefitClaimUserError[];
}

@InputType()
export class ClaimBenefitInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String, { description: "Name of the benefit." })
  benefit: string;

  @Field(() => Int, { defaultValue: 1 })
  quantity: number;

  @Field(() => String, { nullable: true, description: "At most 1,000 characters." })
  note?: string | null;

  @Field(() => String, { description: "Yours to choose: the same key with the same input claims once." })
  idempotencyKey: string;
}

@InputType()
export class DecideBenefitClaimInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean)
  approve: boolean;

  @Field(() => String)
  reason: string;
}

@InputType()
export class FulfilBenefitClaimInput {
  @Field(() => ID)
  id: string;
}

@Resolver(() => Partner)
export class ClaimResolver {
  @FieldResolver(() => BenefitClaimConnection, {
    nullable: true,
    description: "What the partner used and claimed, newest first.",
  })
  benefitClaims(
    @Root() { id }: Partner,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<BenefitClaim>> {
    return load.claims(id, args);
  }

  @Authorized("decide claims")
  @Query(() => BenefitClaimConnection, {
    nullable: true,
    description: "Claims of all partners that someone has to decide or fulfil, oldest first.",
  })
  openBenefitClaims(@Args(() => EntriesArgs) args: EntriesArgs, @Ctx() { load }: Context): Promise<Page<BenefitClaim>> {
    return load.openClaims(args);
  }

  @Authorized("claim benefits")
  @Mutation(() => BenefitClaimPayload, {
    nullable: true,
    description:
      "Uses some of a benefit that the partner holds: at once where it needs no approval, otherwise as a claim.",
  })
  claimBenefit(
    @Arg("input", () => ClaimBenefitInput) input: ClaimBenefitInput,
    @Ctx() { actions, load }: Context,
  ): Promise<BenefitClaimPayload> {
    return actions
      .claimBenefit({ ...input, note: input.note ?? null })
      .then((outcome) => payloadOf(outcome, load.today));
  }

  @Authorized("decide claims")
  @Mutation(() => BenefitClaimPayload, {
    nullable: true,
    description: "Approves a claim, from when on its service level runs, or refuses it: then it no longer counts.",
  })
  decideBenefitClaim(
    @Arg("input", () => DecideBenefitClaimInput) input: DecideBenefitClaimInput,
    @Ctx() { actions, load }: Context,
  ): Promise<BenefitClaimPayload> {
    return actions.decideClaim(input).then((outcome) => payloadOf(outcome, load.today));
  }

  @Authorized("decide claims")
  @Mutation(() => BenefitClaimPayload, { nullable: true, description: "Notes that a partner got what it claimed." })
  fulfilBenefitClaim(
    @Arg("input", () => FulfilBenefitClaimInput) input: FulfilBenefitClaimInput,
    @Ctx() { actions, load }: Context,
  ): Promise<BenefitClaimPayload> {
    return actions.fulfilClaim(input).then((outcome) => payloadOf(outcome, load.today));
  }
}

function payloadOf(outcome: Claiming | ClaimChange, today: string): BenefitClaimPayload {
  const refusal = (code: BenefitClaimErrorCode, field: string[], message: string) => ({
    claim: null,
    userErrors: [{ code, field: ["input", ...field], message }],
  });
  switch (outcome.kind) {
    case "Claimed":
    case "ClaimChanged":
      return { claim: claimOf(outcome.claim, today), userErrors: [] };
    case "PartnerUnknown":
      return refusal(BenefitClaimErrorCode.PARTNER_NOT_FOUND, ["partnerId"], "There is no such partner.");
    case "KeyInvalid":
      return refusal(BenefitClaimErrorCode.KEY_INVALID, ["idempotencyKey"], "A key has 1 to 128 characters.");
    case "KeyReused":
      return refusal(
        BenefitClaimErrorCode.KEY_REUSED,
        ["idempotencyKey"],
        "This key was used for another claim of the partner: choose a new one for each.",
      );
    case "QuantityInvalid":
      return refusal(
        BenefitClaimErrorCode.QUANTITY_INVALID,
        ["quantity"],
        "Expected a whole number from 1 to 1,000,000.",
      );
    case "NoteTooLong":
      return refusal(BenefitClaimErrorCode.NOTE_TOO_LONG, ["note"], "At most 1,000 characters.");
    case "NotHeld":
      return refusal(BenefitClaimErrorCode.BENEFIT_NOT_HELD, ["benefit"], "The partner does not hold this benefit.");
    case "UsedUp":
      return refusal(BenefitClaimErrorCode.QUANTITY_USED_UP, ["quantity"], `${outcome.left} are left in this period.`);
    case "CeilingReached":
      return refusal(BenefitClaimErrorCode.CEILING_REACHED, ["benefit"], `${outcome.ceiling}: nothing is left.`);
    case "ClaimUnknown":
      return refusal(BenefitClaimErrorCode.CLAIM_NOT_FOUND, ["id"], "There is no such claim.");
    case "ReasonMissing":
      return refusal(BenefitClaimErrorCode.REASON_MISSING, ["reason"], "Say why: the partner reads it.");
    case "NotPossible":
      return refusal(BenefitClaimErrorCode.NOT_POSSIBLE, ["id"], `It is ${outcome.state} already.`);
  }
}
