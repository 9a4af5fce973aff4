import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { isRefusal, type Payload, payloadOf, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { FundActions } from "./actions.js";
import type { FundAllocated } from "./allocate-fund.action.js";
import { FundProof, FundRequest } from "./fund.graphql.js";
import { type FundRequestNode, fundRequestNode, type ProofNode, proofNode } from "./fund.reads.js";
import { fundRefusals } from "./fund.refusals.js";
import type { FundOutcome } from "./fund-outcome.js";

type Context = RequestContext<unknown, FundActions>;

const FundUserError = refusalType("Fund", fundRefusals);

const FundRequestPayload = payloadType("FundRequest", {
  field: "request",
  type: () => FundRequest,
  userError: FundUserError,
});
type FundRequestPayload = Payload<"request", FundRequestNode>;

const AttachProofPayload = payloadType("AttachProof", {
  field: "proof",
  type: () => FundProof,
  userError: FundUserError,
});

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class AllocateFundPayload {
  @Field(() => Boolean, { description: "False where it was refused." })
  isAllocated: boolean;

  @Field(() => [FundUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@InputType({ description: "Money of a fund to ask for." })
export class RequestFundsInput {
  @Field(() => ID, { description: "The partner that asks." })
  partnerId: string;

  @Field(() => String, { description: "Name of the fund." })
  fund: string;

  @Field(() => String, { description: "What the money is for, 1 to 1,000 characters." })
  activity: string;

  @Field(() => String, { description: "Major units of the program's currency." })
  amount: string;

  @Field(() => String, { description: "Yours to choose: the same key with the same input asks once." })
  idempotencyKey: string;
}

@InputType({ description: "Money of a fund to give by hand." })
export class AllocateFundInput {
  @Field(() => ID, { description: "The partner that is given it." })
  partnerId: string;

  @Field(() => String, { description: "Name of the fund; its present period is meant." })
  fund: string;

  @Field(() => String, { description: "Major units of the program's currency." })
  amount: string;

  @Field(() => String, { description: "Why, 1 to 1,000 characters." })
  reason: string;

  @Field(() => String, { description: "Yours to choose: the same key with the same input gives once." })
  idempotencyKey: string;
}

@InputType({ description: "A person's decision on a request." })
export class DecideFundRequestInput {
  @Field(() => ID, { description: "A request that waits." })
  id: string;

  @Field(() => Boolean, { description: "False refuses it for good." })
  approve: boolean;

  @Field(() => String, { nullable: true, description: "What is approved of it; all if omitted." })
  amount?: string | null;

  @Field(() => String, { description: "Why, 1 to 1,000 characters." })
  reason: string;
}

@InputType({ description: "A file that proves what was done." })
export class AttachProofInput {
  @Field(() => ID, { description: "The approved request." })
  id: string;

  @Field(() => String, { description: "1 to 200 characters, without slashes." })
  fileName: string;

  @Field(() => String, { description: "`application/pdf`, `image/png` or `image/jpeg`." })
  mediaType: string;

  @Field(() => String, { description: "The file in base64, at most 2 MiB before it was encoded." })
  content: string;
}

@InputType({ description: "What was spent, to be paid back." })
export class ClaimFundsInput {
  @Field(() => ID, { description: "An approved request that has a proof." })
  id: string;

  @Field(() => String, { description: "What was spent in all, major units of the program's currency." })
  spent: string;
}

@InputType({ description: "A person's decision on a claim." })
export class DecideFundClaimInput {
  @Field(() => ID, { description: "A request that was claimed." })
  id: string;

  @Field(() => Boolean, { description: "False sends it back: it can be claimed again until `claimBy`." })
  approve: boolean;

  @Field(() => String, { description: "Why, 1 to 1,000 characters." })
  reason: string;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  reference?: string | null;
}

@Resolver()
export class FundChangeResolver {
  @Authorized("request funds")
  @Mutation(() => FundRequestPayload, {
    nullable: true,
    description: "Asks for money of a fund in its present period.",
  })
  requestFunds(
    @Arg("input", () => RequestFundsInput) input: RequestFundsInput,
    @Ctx() { actions }: Context,
  ): Promise<FundRequestPayload> {
    return actions.requestFunds(input).then(requestPayload);
  }

  @Authorized("decide funds")
  @Mutation(() => AllocateFundPayload, {
    nullable: true,
    description: "Gives a partner money of a fund by hand, within the budget of the period.",
  })
  allocateFund(
    @Arg("input", () => AllocateFundInput) input: AllocateFundInput,
    @Ctx() { actions }: Context,
  ): Promise<AllocateFundPayload> {
    return actions.allocateFund(input).then(allocationPayload);
  }

  @Authorized("decide funds")
  @Mutation(() => FundRequestPayload, {
    nullable: true,
    description: "Promises a partner what it asked for, or less, or refuses it.",
  })
  decideFundRequest(
    @Arg("input", () => DecideFundRequestInput) input: DecideFundRequestInput,
    @Ctx() { actions }: Context,
  ): Promise<FundRequestPayload> {
    return actions.decideFundRequest({ ...input, amount: input.amount ?? null }).then(requestPayload);
  }

  @Authorized("request funds")
  @Mutation(() => AttachProofPayload, {
    nullable: true,
    description: "Keeps a proof of what was done for an approved request. The same file again is the same proof.",
  })
  attachProof(
    @Arg("input", () => AttachProofInput) input: AttachProofInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"proof", ProofNode>> {
    return actions.attachProof(input).then(proofPayload);
  }

  @Authorized("request funds")
  @Mutation(() => FundRequestPayload, {
    nullable: true,
    description: "Claims what was spent, with proof, before the last day for it.",
  })
  claimFunds(
    @Arg("input", () => ClaimFundsInput) input: ClaimFundsInput,
    @Ctx() { actions }: Context,
  ): Promise<FundRequestPayload> {
    return actions.claimFunds(input).then(requestPayload);
  }

  @Authorized("decide funds")
  @Mutation(() => FundRequestPayload, {
    nullable: true,
    description: "Pays a claim back, or refuses it: then it can be claimed again, as long as there is time.",
  })
  decideFundClaim(
    @Arg("input", () => DecideFundClaimInput) input: DecideFundClaimInput,
    @Ctx() { actions }: Context,
  ): Promise<FundRequestPayload> {
    return actions.decideFundClaim({ ...input, reference: input.reference ?? null }).then(requestPayload);
  }
}

const requestPayload = (outcome: FundOutcome): FundRequestPayload =>
  payloadOf(fundRefusals, outcome, "request", ({ request }) => fundRequestNode(request));

const allocationPayload = (outcome: FundAllocated): AllocateFundPayload =>
  isRefusal(fundRefusals, outcome)
    ? { isAllocated: false, userErrors: [userErrorOf(fundRefusals, outcome)] }
    : { isAllocated: true, userErrors: [] };

function proofPayload(outcome: FundOutcome): Payload<"proof", ProofNode> {
  if (outcome.kind === "FundRequestChanged") throw new Error("A proof was attached without one");
  return payloadOf(fundRefusals, outcome, "proof", ({ proof }) => proofNode(proof));
}
