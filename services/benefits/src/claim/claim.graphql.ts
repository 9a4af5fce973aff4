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
import type { ClaimReads } from "./claim.reads.js";
import { type ClaimNode, claimNode } from "./claim.reads.js";
import { claimRefusals } from "./claim.refusals.js";
import type { ClaimChange, Claiming } from "./claim-benefit.action.js";

type Context = RequestContext<ClaimReads, ClaimActions>;

export const BenefitClaimState = graphEnum("BenefitClaimState", ["REQUESTED", "APPROVED", "FULFILLED", "REFUSED"]);

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
  state: ClaimNode["state"];

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

const BenefitClaimPayload = payloadType("BenefitClaim", {
  field: "claim",
  type: () => BenefitClaim,
  userError: refusalType("BenefitClaim", claimRefusals),
});
type BenefitClaimPayload = Payload<"claim", ClaimNode>;

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
