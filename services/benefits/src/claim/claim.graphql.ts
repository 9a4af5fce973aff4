import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
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
} from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { EntriesArgs } from "../ledger/index.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { ClaimActions } from "./actions.js";
import { CLAIM_STATES } from "./benefit-claim.entity.js";
import type { ClaimReads } from "./claim.reads.js";
import { type ClaimNode, claimNode } from "./claim.reads.js";
import { claimRefusals } from "./claim.refusals.js";
import type { ClaimChange, Claiming } from "./claim-benefit.action.js";

type Context = RequestContext<ClaimReads, ClaimActions>;

export const BenefitClaimState = graphEnum("BenefitClaimState", CLAIM_STATES, {
  description: "How far a claim is.",
  valuesConfig: {
    REQUESTED: { description: "Waits for a person. It counts against the quantity." },
    APPROVED: { description: "A person approved it: the vendor has to fulfil it." },
    FULFILLED: { description: "The partner has it, at once where the benefit needs no claim." },
    REFUSED: { description: "A person refused it: it no longer counts." },
  },
});

@ObjectType({ description: "Some of a benefit that a partner used or asked for." })
export class BenefitClaim {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: "The partner that claims it." })
  partnerId: string;

  @Field(() => String, { description: "Name of the benefit." })
  benefit: string;

  @Field(() => Int, { description: "How many, from 1." })
  quantity: number;

  @Field(() => BenefitClaimState, { description: "How far it is." })
  state: ClaimNode["state"];

  @Field(() => String, { nullable: true, description: "What the partner wrote beside it; null where nothing." })
  note: string | null;

  @Field(() => DateTimeScalar, { description: "When it was claimed." })
  requestedAt: Date;

  @Field(() => String, { description: "Who claimed it." })
  requestedBy: string;

  @Field(() => String, {
    nullable: true,
    description: "Who approved or refused it; null while nobody has, and where it needs no approval.",
  })
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

  @Field(() => DateTimeScalar, { nullable: true, description: "When the partner got it; null before." })
  fulfilledAt: Date | null;
}

@ObjectType({ description: "A page of benefit claims." })
export class BenefitClaimConnection extends connectionType("BenefitClaim", () => BenefitClaim, PageInfo) {}

const BenefitClaimPayload = payloadType("BenefitClaim", {
  field: "claim",
  type: () => BenefitClaim,
  userError: refusalType("BenefitClaim", claimRefusals),
});
type BenefitClaimPayload = Payload<"claim", ClaimNode>;

@InputType({ description: "Some of a benefit to use." })
export class ClaimBenefitInput {
  @Field(() => ID, { description: "A partner that holds the benefit." })
  partnerId: string;

  @Field(() => String, { description: "Name of the benefit." })
  benefit: string;

  @Field(() => Int, { defaultValue: 1, description: "How many, 1 to 1,000,000; 1 if omitted." })
  quantity: number;

  @Field(() => String, { nullable: true, description: "At most 1,000 characters." })
  note?: string | null;

  @Field(() => String, { description: "Yours to choose: the same key with the same input claims once." })
  idempotencyKey: string;
}

@InputType({ description: "A person's decision on a claim." })
export class DecideBenefitClaimInput {
  @Field(() => ID, { description: "A claim that waits." })
  id: string;

  @Field(() => Boolean, { description: "False refuses it for good." })
  approve: boolean;

  @Field(() => String, { description: "Why; the partner reads it." })
  reason: string;
}

@InputType({ description: "A claim that was fulfilled." })
export class FulfilBenefitClaimInput {
  @Field(() => ID, { description: "An approved claim." })
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
  ): Promise<Page<ClaimNode>> {
    return load.claims(id, args);
  }

  @Authorized("decide claims")
  @Query(() => BenefitClaimConnection, {
    nullable: true,
    description: "Claims of all partners that someone has to decide or fulfil, oldest first.",
  })
  openBenefitClaims(@Args(() => EntriesArgs) args: EntriesArgs, @Ctx() { load }: Context): Promise<Page<ClaimNode>> {
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
      .then((outcome) => toPayload(outcome, load.today));
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
    return actions.decideClaim(input).then((outcome) => toPayload(outcome, load.today));
  }

  @Authorized("decide claims")
  @Mutation(() => BenefitClaimPayload, { nullable: true, description: "Notes that a partner got what it claimed." })
  fulfilBenefitClaim(
    @Arg("input", () => FulfilBenefitClaimInput) input: FulfilBenefitClaimInput,
    @Ctx() { actions, load }: Context,
  ): Promise<BenefitClaimPayload> {
    return actions.fulfilClaim(input).then((outcome) => toPayload(outcome, load.today));
  }
}

const toPayload = (outcome: Claiming | ClaimChange, today: string): BenefitClaimPayload =>
  payloadOf(claimRefusals, outcome, "claim", ({ claim }) => claimNode(claim, today));
