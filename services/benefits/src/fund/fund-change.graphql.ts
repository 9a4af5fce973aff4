import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { formatMinorUnits } from "@tiergraph/program/exact";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { Authorized } from "../values.graphql.js";
import type { FundAllocated } from "./allocate-fund.action.js";
import { FundProof, FundRequest, fundRequestOf, proofOf } from "./fund.graphql.js";
import type { FundOutcome } from "./fund-outcome.js";
import { MAX_PROOFS, PROOF_TYPES, type ProofProblem } from "./proof-file.js";

export enum FundErrorCode {
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  FUND_NOT_FOUND = "FUND_NOT_FOUND",
  KEY_INVALID = "KEY_INVALID",
  KEY_REUSED = "KEY_REUSED",
  TEXT_INVALID = "TEXT_INVALID",
  AMOUNT_INVALID = "AMOUNT_INVALID",
  INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS",
  CEILING_REACHED = "CEILING_REACHED",
  REQUEST_NOT_FOUND = "REQUEST_NOT_FOUND",
  NOT_POSSIBLE = "NOT_POSSIBLE",
  PROOF_MISSING = "PROOF_MISSING",
  PROOF_REFUSED = "PROOF_REFUSED",
  TOO_LATE = "TOO_LATE",
}
registerEnumType(FundErrorCode, { name: "FundErrorCode" });

@ObjectType()
export class FundUserError extends userErrorType("FundRefusal", FundErrorCode) {}

@ObjectType()
export class FundRequestPayload {
  @Field(() => FundRequest, { nullable: true, description: "Null where it was refused." })
  request: FundRequest | null;

  @Field(() => [FundUserError])
  userErrors: FundUserError[];
}

@ObjectType()
export class AttachProofPayload {
  @Field(() => FundProof, { nullable: true, description: "Null where it was refused." })
  proof: FundProof | null;

  @Field(() => [FundUserError])
  userErrors: FundUserError[];
}

@ObjectType()
export class AllocateFundPayload {
  @Field(() => Boolean)
  isAllocated: boolean;

  @Field(() => [FundUserError])
  userErrors: FundUserError[];
}

@InputType()
export class RequestFundsInput {
  @Field(() => ID)
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

@InputType()
export class AllocateFundInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String)
  fund: string;

  @Field(() => String, { description: "Major units of the program's currency." })
  amount: string;

  @Field(() => String)
  reason: string;

  @Field(() => String, { description: "Yours to choose: the same key with the same input gives once." })
  idempotencyKey: string;
}

@InputType()
export class DecideFundRequestInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean)
  approve: boolean;

  @Field(() => String, { nullable: true, description: "What is approved of it; all if omitted." })
  amount?: string | null;

  @Field(() => String)
  reason: string;
}

@InputType()
export class AttachProofInput {
  @Field(() => ID, { description: "The approved request." })
  id: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: "`application/pdf`, `image/png` or `image/jpeg`." })
  mediaType: string;

  @Field(() => String, { description: "The file in base64, at most 2 MiB before it was encoded." })
  content: string;
}

@InputType()
export class ClaimFundsInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "What was spent in all, major units of the program's currency." })
  spent: string;
}

@InputType()
export class DecideFundClaimInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean)
  approve: boolean;

  @Field(() => String)
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
  ): Promise<AttachProofPayload> {
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
  "request" in outcome
    ? { request: fundRequestOf(outcome.request), userErrors: [] }
    : { request: null, userErrors: [refusalOf(outcome)] };

const proofPayload = (outcome: FundOutcome): AttachProofPayload => {
  if (outcome.kind === "ProofAttached") return { proof: proofOf(outcome.proof), userErrors: [] };
  if (outcome.kind === "FundRequestChanged") throw new Error("A proof was attached without one");
  return { proof: null, userErrors: [refusalOf(outcome)] };
};

const allocationPayload = (outcome: FundAllocated): AllocateFundPayload =>
  outcome.kind === "FundAllocated"
    ? { isAllocated: true, userErrors: [] }
    : { isAllocated: false, userErrors: [refusalOf(outcome)] };

type Refused = Exclude<FundOutcome, { request: unknown }>;

function refusalOf(outcome: Refused): FundUserError {
  const refusal = (code: FundErrorCode, field: string[], message: string) => ({
    code,
    field: ["input", ...field],
    message,
  });
  switch (outcome.kind) {
    case "PartnerUnknown":
      return refusal(FundErrorCode.PARTNER_NOT_FOUND, ["partnerId"], "There is no such partner.");
    case "FundUnknown":
      return refusal(
        FundErrorCode.FUND_NOT_FOUND,
        ["fund"],
        outcome.known.length === 0
          ? "The program in force has no funds."
          : `The program knows ${outcome.known.join(", ")}.`,
      );
    case "KeyInvalid":
      return refusal(FundErrorCode.KEY_INVALID, ["idempotencyKey"], "A key has 1 to 128 characters.");
    case "KeyReused":
      return refusal(
        FundErrorCode.KEY_REUSED,
        ["idempotencyKey"],
        "This key was used for something else: choose a new one for each.",
      );
    case "TextInvalid":
      return refusal(FundErrorCode.TEXT_INVALID, [outcome.field], "1 to 1,000 characters.");
    case "AmountInvalid":
      return refusal(
        FundErrorCode.AMOUNT_INVALID,
        [],
        `Expected an amount above zero in ${outcome.currency}, and of a request not more than was asked for.`,
      );
    case "InsufficientFunds":
      return refusal(
        FundErrorCode.INSUFFICIENT_FUNDS,
        ["amount"],
        `${formatMinorUnits(outcome.leftMinor, outcome.currency)} are left in this period.`,
      );
    case "CeilingReached":
      return refusal(FundErrorCode.CEILING_REACHED, ["amount"], `${outcome.ceiling}: not so much is left.`);
    case "RequestUnknown":
      return refusal(FundErrorCode.REQUEST_NOT_FOUND, ["id"], "There is no such request.");
    case "NotPossible":
      return refusal(FundErrorCode.NOT_POSSIBLE, ["id"], `It is ${outcome.state}.`);
    case "ProofMissing":
      return refusal(FundErrorCode.PROOF_MISSING, ["id"], "Attach a proof of what was done first.");
    case "ProofRefused":
      return refusal(FundErrorCode.PROOF_REFUSED, ["content"], PROOF_PROBLEMS[outcome.problem]);
    case "TooLate":
      return refusal(FundErrorCode.TOO_LATE, ["id"], `It could be claimed until ${outcome.claimBy}.`);
  }
}

const PROOF_PROBLEMS: Readonly<Record<ProofProblem | "TooMany", string>> = {
  NameInvalid: "A file has a name of 1 to 200 characters, without slashes.",
  TypeUnknown: `A proof is one of ${PROOF_TYPES.join(", ")}.`,
  ContentInvalid: "The content is not base64.",
  TooLarge: "A proof has at most 2 MiB.",
  ContentOfOtherType: "The file is not of the type that it claims to be.",
  TooMany: `A request has at most ${MAX_PROOFS} proofs.`,
};
