import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { requestArgs } from "../request-list/index.js";
import { Authorized, PageInfo, refusalType } from "../values.graphql.js";
import type { ClaimActions } from "./actions.js";
import { CLAIM_STATES } from "./benefit-claim.entity.js";
import { type ClaimNode, type ClaimReads, claimNode } from "./claim.reads.js";
import { claimRefusals } from "./claim.refusals.js";
import type { ClaimChange, Claiming } from "./claim-benefit.action.js";
import "@tiergraph/kit/values/declared-type.graphql";

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

const { ofPartner, ofAll } = requestArgs({
  name: "BenefitClaim",
  plural: "claims",
  state: () => BenefitClaimState,
  orders: { DUE: "The last day of the service level; after the latest, those that have none." },
});

export const BenefitClaim = objectType(
  "BenefitClaim",
  "Some of a benefit that a partner used or asked for.",
  {
    id: field.id(),
    partner: field.of(() => Partner, "The partner that claims it.").nullable(),
    benefit: field.string("Name of the benefit."),
    quantity: field.int("How many, from 1."),
    state: field.of(() => BenefitClaimState, "How far it is.").as<ClaimNode["state"]>(),
    note: field.string("What the partner wrote beside it; null where nothing.").personal(),
    requestedAt: field.dateTime("When it was claimed."),
    requestedBy: field.string("Who claimed it.").personal(),
    decidedBy: field
      .string("Who approved or refused it; null while nobody has, and where it needs no approval.")
      .nullable(),
    reason: field.string("Why it was approved or refused.").personal(),
    dueOn: field.date("Last day of the service level; null where the program promises none.").nullable(),
    isOverdue: field.boolean("Approved, not fulfilled, and past its service level."),
    fulfilledAt: field.dateTime("When the partner got it; null before.").nullable(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type BenefitClaim = InstanceType<typeof BenefitClaim>;

export const BenefitClaimConnection = connectionType(
  "BenefitClaim",
  () => BenefitClaim,
  PageInfo,
  "A page of benefit claims.",
);
export type BenefitClaimConnection = InstanceType<typeof BenefitClaimConnection>;

const BenefitClaimPayload = payloadType("BenefitClaim", {
  field: "claim",
  type: () => BenefitClaim,
  userError: refusalType("BenefitClaim", claimRefusals),
});
type BenefitClaimPayload = Payload<"claim", ClaimNode>;

export const ClaimBenefitInput = inputType("ClaimBenefitInput", "Some of a benefit to use.", {
  partnerId: field.id("A partner that holds the benefit."),
  benefit: field.string("Name of the benefit."),
  quantity: field.int("How many, 1 to 1,000,000; 1 if omitted.").default(1),
  note: field.string("At most 1,000 characters.").nullable(),
  idempotencyKey: field.string("Yours to choose: the same key with the same input claims once."),
});
export type ClaimBenefitInput = InstanceType<typeof ClaimBenefitInput>;

export const DecideBenefitClaimInput = inputType("DecideBenefitClaimInput", "A person's decision on a claim.", {
  id: field.id("A claim that waits."),
  approve: field.boolean("False refuses it for good."),
  reason: field.string("Why; the partner reads it."),
});
export type DecideBenefitClaimInput = InstanceType<typeof DecideBenefitClaimInput>;

export const FulfilBenefitClaimInput = inputType("FulfilBenefitClaimInput", "A claim that was fulfilled.", {
  id: field.id("An approved claim."),
});
export type FulfilBenefitClaimInput = InstanceType<typeof FulfilBenefitClaimInput>;

@Resolver(() => Partner)
export class ClaimResolver {
  @FieldResolver(() => BenefitClaimConnection, {
    nullable: true,
    description: "What the partner used and claimed.",
  })
  benefitClaims(
    @Root() { id }: Partner,
    @Args(() => ofPartner) args: InstanceType<typeof ofPartner>,
    @Ctx() { load }: Context,
  ): Promise<Page<ClaimNode>> {
    return load.claims(args, id);
  }

  @Authorized("read rewards")
  @Query(() => BenefitClaimConnection, {
    name: "benefitClaims",
    nullable: true,
    description: "What all partners that you may see used and claimed.",
  })
  allBenefitClaims(
    @Args(() => ofAll) args: InstanceType<typeof ofAll>,
    @Ctx() { load }: Context,
  ): Promise<Page<ClaimNode>> {
    return load.claims(args);
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
