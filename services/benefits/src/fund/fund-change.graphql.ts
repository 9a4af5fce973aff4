import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { isRefusal, type Payload, payloadOf, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized, Money, refusalType } from "../values.graphql.js";
import type { FundActions } from "./actions.js";
import type { FundAllocated } from "./allocate-fund.action.js";
import { FundProof, FundRequest } from "./fund.graphql.js";
import { type FundRequestNode, fundRequestNode, type ProofNode, proofNode } from "./fund.reads.js";
import { fundRefusals } from "./fund.refusals.js";
import type { FundOutcome } from "./fund-outcome.js";

type Context = RequestContext<unknown, FundActions>;

const FundUserError = refusalType("Fund", fundRefusals, {
  data: { left: field.of(() => Money, "What is left of the fund; null where that is not what is wrong.").nullable() },
});

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

export const AllocateFundPayload = objectType("AllocateFundPayload", "What the mutation did, or why it did nothing.", {
  isAllocated: field.boolean("False where it was refused."),
  userErrors: field
    .of(() => FundUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
export type AllocateFundPayload = InstanceType<typeof AllocateFundPayload>;

export const RequestFundsInput = inputType("RequestFundsInput", "Money of a fund to ask for.", {
  partnerId: field.id("The partner that asks."),
  fund: field.string("Name of the fund."),
  activity: field.string("What the money is for, 1 to 1,000 characters."),
  amount: field.decimal("Major units of the program's currency."),
  idempotencyKey: field.string("Yours to choose: the same key with the same input asks once."),
});
export type RequestFundsInput = InstanceType<typeof RequestFundsInput>;

export const AllocateFundInput = inputType("AllocateFundInput", "Money of a fund to give by hand.", {
  partnerId: field.id("The partner that is given it."),
  fund: field.string("Name of the fund; its present period is meant."),
  amount: field.decimal("Major units of the program's currency."),
  reason: field.string("Why, 1 to 1,000 characters."),
  idempotencyKey: field.string("Yours to choose: the same key with the same input gives once."),
});
export type AllocateFundInput = InstanceType<typeof AllocateFundInput>;

export const DecideFundRequestInput = inputType("DecideFundRequestInput", "A person's decision on a request.", {
  id: field.id("A request that waits."),
  approve: field.boolean("False refuses it for good."),
  amount: field.decimal("What is approved of it; all if omitted.").nullable(),
  reason: field.string("Why, 1 to 1,000 characters."),
});
export type DecideFundRequestInput = InstanceType<typeof DecideFundRequestInput>;

export const AttachProofInput = inputType("AttachProofInput", "A file that proves what was done.", {
  id: field.id("The approved request."),
  fileName: field.string("1 to 200 characters, without slashes."),
  mediaType: field.string("`application/pdf`, `image/png` or `image/jpeg`."),
  content: field.string("The file in base64, at most 2 MiB before it was encoded."),
});
export type AttachProofInput = InstanceType<typeof AttachProofInput>;

export const ClaimFundsInput = inputType("ClaimFundsInput", "What was spent, to be paid back.", {
  id: field.id("An approved request that has a proof."),
  spent: field.decimal("What was spent in all, major units of the program's currency."),
});
export type ClaimFundsInput = InstanceType<typeof ClaimFundsInput>;

export const DecideFundClaimInput = inputType("DecideFundClaimInput", "A person's decision on a claim.", {
  id: field.id("A request that was claimed."),
  approve: field.boolean("False sends it back: it can be claimed again until `claimBy`."),
  reason: field.string("Why, 1 to 1,000 characters."),
  reference: field.string("The payer's reference for the payment.").nullable(),
});
export type DecideFundClaimInput = InstanceType<typeof DecideFundClaimInput>;

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
