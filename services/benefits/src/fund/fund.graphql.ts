import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { decimalOfText } from "@tiergraph/program/exact/decimal-text";
import { formatMinorUnits } from "@tiergraph/program/exact/format-amount";
import { moneyOf } from "@tiergraph/program/exact/money";
import { toExactString } from "@tiergraph/program/exact/rational";
import {
  Arg,
  Args,
  Authorized,
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
import type { AccountSumRow } from "../ledger/report.store.js";
import { EntriesArgs } from "../ledger/rewards.graphql.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { FundRequestRow, ProofRow } from "./fund.store.js";
import type { FundPeriod, FundStanding } from "./fund-account.js";
import { MAX_PROOFS, PROOF_TYPES, type ProofProblem } from "./proof-file.js";
import type { FundAllocated, FundOutcome } from "./request-funds.action.js";

@ObjectType({ description: "What a partner has of a fund in its present period." })
export class PartnerFund {
  @Field(() => String, { description: "Name of the fund in the program." })
  fund!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "Why the program has it." })
  why!: string;

  @Field(() => DateScalar)
  periodFrom!: string;

  @Field(() => DateScalar, { description: "Last day of the period." })
  periodTo!: string;

  @Field(() => Money, {
    nullable: true,
    description: "What the program gives by itself; null where people decide. The budget may hold less.",
  })
  due!: object | null;

  @Field(() => Money, { description: "Given and not promised to anything: can be asked for." })
  allocated!: object;

  @Field(() => Money, { description: "Promised to approved requests." })
  committed!: object;

  @Field(() => Money)
  reimbursed!: object;

  @Field(() => DecimalScalar, { description: "Share of what was spent that is paid back, as a fraction of 1." })
  reimburses!: string;

  @Field(() => Int, { description: "Days after the period in which a claim may still be made." })
  claimWithinDays!: number;
}

export function partnerFundOf(period: FundPeriod, standing: FundStanding, dueMinor: bigint | null): PartnerFund {
  const { fund, program } = period;
  const money = (minor: bigint) => moneyOf({ minor, currency: program.currency });
  return {
    ...{ fund: fund.name, title: fund.title, why: fund.why, claimWithinDays: fund.claimWithinDays },
    periodFrom: period.period.from,
    periodTo: addDays(knownCalendarDate(period.period.until), -1),
    due: dueMinor === null ? null : money(dueMinor),
    allocated: money(standing.allocatedMinor),
    committed: money(standing.committedMinor),
    reimbursed: money(standing.reimbursedMinor),
    reimburses: decimalOfText(toExactString(fund.reimburses)),
  };
}

export enum FundRequestState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  CLAIMED = "CLAIMED",
  REIMBURSED = "REIMBURSED",
  EXPIRED = "EXPIRED",
}
registerEnumType(FundRequestState, { name: "FundRequestState" });

@ObjectType({ description: "A file that proves what was done." })
export class FundProof {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => String)
  mediaType!: string;

  @Field(() => Int)
  sizeBytes!: number;

  @Field(() => String, { description: "SHA-256 of the file, in hexadecimal." })
  sha256!: string;

  @Field(() => DateTimeScalar)
  storedAt!: Date;

  @Field(() => String)
  storedBy!: string;

  row!: ProofRow;
}

export const proofOf = (row: ProofRow): FundProof => {
  const { partnerId, proofId, fileName, mediaType, sizeBytes, sha256, storedAt, storedBy } = row;
  return {
    id: encodeOwnedId({ partnerId, id: proofId }),
    ...{ fileName, mediaType, sizeBytes, sha256, storedAt, storedBy, row },
  };
};

@ObjectType({ description: "Money of a fund that a partner asked for." })
export class FundRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  partnerId!: string;

  @Field(() => String, { description: "Name of the fund." })
  fund!: string;

  @Field(() => DateScalar)
  periodFrom!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => Money)
  amount!: object;

  @Field(() => FundRequestState)
  state!: FundRequestState;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => String)
  requestedBy!: string;

  @Field(() => String, { nullable: true })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Money, { nullable: true })
  approved!: object | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day on which it can be claimed." })
  claimBy!: string | null;

  @Field(() => Money, { nullable: true })
  spent!: object | null;

  @Field(() => Money, { nullable: true })
  reimbursed!: object | null;

  @Field(() => String, { nullable: true, description: "What whoever paid calls the payment." })
  externalReference!: string | null;

  row!: FundRequestRow;
}

@ObjectType()
export class FundRequestConnection extends connectionType("FundRequest", () => FundRequest, PageInfo) {}

export const fundRequestOf = (row: FundRequestRow): FundRequest => {
  const { partnerId, fund, periodFrom, activity, currency, requestedAt, requestedBy, decidedBy, reason, claimBy } = row;
  const money = (minor: bigint | null) => (minor === null ? null : moneyOf({ minor, currency }));
  return {
    id: encodeOwnedId({ partnerId, id: row.requestId }),
    ...{ partnerId, fund, periodFrom, activity, requestedAt, requestedBy, decidedBy, reason, claimBy, row },
    amount: moneyOf({ minor: row.amountMinor, currency }),
    state: row.state as FundRequestState, // The same words.
    ...{ approved: money(row.approvedMinor), spent: money(row.spentMinor), reimbursed: money(row.reimbursedMinor) },
    externalReference: row.externalReference,
  };
};

@ObjectType({ description: "What became of a fund's money in one period, over all partners." })
export class FundUtilisation {
  @Field(() => String)
  fund!: string;

  @Field(() => DateScalar)
  periodFrom!: string;

  @Field(() => Money, { nullable: true, description: "Null where the program in force has the fund no more." })
  budget!: object | null;

  @Field(() => Money, { description: "Given to partners, less what expired." })
  given!: object;

  @Field(() => Money)
  allocated!: object;

  @Field(() => Money)
  committed!: object;

  @Field(() => Money)
  reimbursed!: object;
}

/** By fund and period, from the balances of all partners. */
export function utilisationsOf(
  sums: readonly AccountSumRow[],
  budgetMinorOf: (fund: string) => bigint | null,
): FundUtilisation[] {
  const keys = new Map(
    sums.filter(({ fund }) => fund !== "").map((row) => [`${row.fund} ${row.currency} ${row.program}`, row]),
  );
  return [...keys.values()].map(({ fund: key, currency, program }) => {
    const [fund = "", periodFrom = ""] = key.split(" ");
    const of = (account: string, sign = 1n) => {
      const row = sums.find(
        (one) => one.fund === key && one.currency === currency && one.program === program && one.account === account,
      );
      return moneyOf({ minor: sign * (row?.amountMinor ?? 0n), currency });
    };
    const budget = budgetMinorOf(fund);
    return {
      ...{ fund, periodFrom, budget: budget === null ? null : moneyOf({ minor: budget, currency }) },
      given: of("fund:budget", -1n),
      allocated: of("fund:allocated"),
      committed: of("fund:committed"),
      reimbursed: of("fund:reimbursed"),
    };
  });
}

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
  request!: FundRequest | null;

  @Field(() => [FundUserError])
  userErrors!: FundUserError[];
}

@ObjectType()
export class AttachProofPayload {
  @Field(() => FundProof, { nullable: true, description: "Null where it was refused." })
  proof!: FundProof | null;

  @Field(() => [FundUserError])
  userErrors!: FundUserError[];
}

@ObjectType()
export class AllocateFundPayload {
  @Field(() => Boolean)
  isAllocated!: boolean;

  @Field(() => [FundUserError])
  userErrors!: FundUserError[];
}

@InputType()
export class RequestFundsInput {
  @Field(() => ID)
  partnerId!: string;

  @Field(() => String, { description: "Name of the fund." })
  fund!: string;

  @Field(() => String, { description: "What the money is for, 1 to 1,000 characters." })
  activity!: string;

  @Field(() => String, { description: "Major units of the program's currency." })
  amount!: string;

  @Field(() => String, { description: "Yours to choose: the same key with the same input asks once." })
  idempotencyKey!: string;
}

@InputType()
export class AllocateFundInput {
  @Field(() => ID)
  partnerId!: string;

  @Field(() => String)
  fund!: string;

  @Field(() => String, { description: "Major units of the program's currency." })
  amount!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: "Yours to choose: the same key with the same input gives once." })
  idempotencyKey!: string;
}

@InputType()
export class DecideFundRequestInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  approve!: boolean;

  @Field(() => String, { nullable: true, description: "What is approved of it; all where it is left out." })
  amount?: string | null;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class AttachProofInput {
  @Field(() => ID, { description: "The approved request." })
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => String, { description: "`application/pdf`, `image/png` or `image/jpeg`." })
  mediaType!: string;

  @Field(() => String, { description: "The file in base64, at most 2 MiB before it was encoded." })
  content!: string;
}

@InputType()
export class ClaimFundsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "What was spent in all, major units of the program's currency." })
  spent!: string;
}

@InputType()
export class DecideFundClaimInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  approve!: boolean;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { nullable: true, description: "What whoever paid calls the payment." })
  reference?: string | null;
}

@Resolver(() => FundProof)
export class FundProofResolver {
  @FieldResolver(() => String, { nullable: true, description: "The file in base64." })
  content(@Root() { row }: FundProof, @Ctx() { load }: Context): Promise<string | null> {
    return load.proofContent(row);
  }
}

@Resolver(() => FundRequest)
export class FundRequestResolver {
  @FieldResolver(() => [FundProof])
  proofs(@Root() { row }: FundRequest, @Ctx() { load }: Context): Promise<FundProof[]> {
    return load.proofs(row);
  }
}

@Resolver(() => Partner)
export class FundResolver {
  @FieldResolver(() => [PartnerFund], {
    nullable: true,
    description: "What the partner has of each fund in its present period.",
  })
  funds(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<PartnerFund[]> {
    return load.funds(id);
  }

  @FieldResolver(() => FundRequestConnection, {
    nullable: true,
    description: "What the partner asked of funds, newest first.",
  })
  fundRequests(
    @Root() { id }: Partner,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<FundRequest>> {
    return load.fundRequests(id, args);
  }

  @Authorized("decide funds")
  @Query(() => FundRequestConnection, {
    nullable: true,
    description: "Requests and claims of all partners that wait for a person, oldest first.",
  })
  waitingFundRequests(
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<FundRequest>> {
    return load.waitingFundRequests(args);
  }

  @Authorized("read the books")
  @Query(() => [FundUtilisation], { nullable: true, description: "What became of the funds' money, by period." })
  fundUtilisation(@Ctx() { load }: Context): Promise<FundUtilisation[]> {
    return load.fundUtilisation();
  }

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
