import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { requestArgs } from "../request-list/index.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { FundReads, FundRequestNode } from "./fund.reads.js";
import type { ProofRow } from "./fund-proof.entity.js";
import { FUND_REQUEST_STATES, type FundRequestRow } from "./fund-request.entity.js";

type Context = RequestContext<FundReads>;

export const PartnerFund = objectType("PartnerFund", "What a partner has of a fund in its present period.", {
  id: field.id(),
  fund: field.string("Name of the fund in the program."),
  title: field.string("Its name for people."),
  why: field.string("Why the program has it."),
  periodFrom: field.date("First day of the period."),
  periodTo: field.date("Last day of the period."),
  due: field
    .of(() => Money, "What the program gives automatically; null where people decide. The budget may hold less.")
    .nullable(),
  allocated: field.of(() => Money, "Given and not promised to anything: can be asked for."),
  committed: field.of(() => Money, "Promised to approved requests."),
  reimbursed: field.of(() => Money, "Paid back of the money of this period."),
  reimburses: field.decimal("Share of what was spent that is paid back, as a fraction of 1."),
  claimWithinDays: field.int("Days after the period in which a claim may still be made."),
});
export type PartnerFund = InstanceType<typeof PartnerFund>;

export const FundRequestState = graphEnum("FundRequestState", FUND_REQUEST_STATES, {
  description: "How far a request for money of a fund is.",
  valuesConfig: {
    REQUESTED: { description: "Waits for a person; nothing is promised yet." },
    APPROVED: { description: "Money is promised: it can be claimed until `claimBy`." },
    REFUSED: { description: "A person refused it." },
    CLAIMED: { description: "What was spent was claimed, with proof; waits for a person." },
    REIMBURSED: { description: "The claim was paid back." },
    EXPIRED: { description: "It was not decided or not claimed in time; what was promised is back in the budget." },
  },
});

const { ofPartner, ofAll } = requestArgs({
  name: "FundRequest",
  plural: "requests for funds",
  state: () => FundRequestState,
  orders: { CLAIM_BY: "The last day to claim what was approved; after the latest, those that have none." },
});

export const FundProof = objectType("FundProof", "A file that proves what was done.", {
  id: field.id(),
  fileName: field.string("As it was given, 1 to 200 characters.").personal(),
  mediaType: field.string("`application/pdf`, `image/png` or `image/jpeg`."),
  sizeBytes: field.int("At most 2 MiB."),
  sha256: field.string("SHA-256 of the file, in hexadecimal."),
  storedAt: field.dateTime("When it was attached."),
  storedBy: field.string("Who attached it.").personal(),
  row: field.hidden<ProofRow>(),
});
export type FundProof = InstanceType<typeof FundProof>;

export const FundRequest = objectType(
  "FundRequest",
  "Money of a fund that a partner asked for.",
  {
    id: field.id(),
    partner: field.of(() => Partner, "The partner that asked for it.").nullable(),
    fund: field.string("Name of the fund."),
    periodFrom: field.date("First day of the fund's period that the money is of."),
    activity: field.string("What the money is for.").personal(),
    amount: field.of(() => Money, "What was asked for."),
    state: field.of(() => FundRequestState, "How far it is.").as<FundRequestNode["state"]>(),
    requestedAt: field.dateTime("When it was asked for."),
    requestedBy: field.string("Who asked for it.").personal(),
    decidedBy: field.string("Who approved or refused the request; null while nobody has.").personal(),
    reason: field.string("Why the request, or later the claim, was decided so; null while nothing was.").personal(),
    approved: field.of(() => Money, "What was promised of it; null where nothing was.").nullable(),
    claimBy: field.date("Last day on which it can be claimed.").nullable(),
    claimedBy: field.string("Who claimed what was spent; null before, and of claims before this was kept.").personal(),
    spent: field.of(() => Money, "What was spent in all, as it was last claimed; null before.").nullable(),
    reimbursed: field.of(() => Money, "What was paid back; null before.").nullable(),
    externalReference: field.string("The payer's reference for the payment.").nullable(),
    row: field.hidden<FundRequestRow>(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type FundRequest = InstanceType<typeof FundRequest>;

export const FundRequestConnection = connectionType(
  "FundRequest",
  () => FundRequest,
  PageInfo,
  "A page of requests for funds.",
);
export type FundRequestConnection = InstanceType<typeof FundRequestConnection>;

export const FundUtilisation = objectType(
  "FundUtilisation",
  "How a fund's money was used in one period, over all partners.",
  {
    fund: field.string("Name of the fund."),
    periodFrom: field.date("First day of the period."),
    budget: field.of(() => Money, "Null where the program in force has the fund no more.").nullable(),
    given: field.of(() => Money, "Given to partners, less what expired."),
    allocated: field.of(() => Money, "Of what was given, what is not promised to any request."),
    committed: field.of(() => Money, "Of what was given, what is promised to approved requests."),
    reimbursed: field.of(() => Money, "Of what was given, what was paid back."),
  },
);
export type FundUtilisation = InstanceType<typeof FundUtilisation>;

@Resolver(() => FundProof)
export class FundProofResolver {
  @FieldResolver(() => String, { nullable: true, description: "The file in base64." })
  content(@Root() { row }: FundProof, @Ctx() { load, may }: Context): Promise<string | null> | null {
    return may("read personal data", row.partnerId) ? load.proofContent(row) : null;
  }
}

@Resolver(() => FundRequest)
export class FundRequestResolver {
  @FieldResolver(() => [FundProof], { description: "Files that prove what was done, at most ten." })
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
    description: "The partner's requests for funds.",
  })
  fundRequests(
    @Root() { id }: Partner,
    @Args(() => ofPartner) args: InstanceType<typeof ofPartner>,
    @Ctx() { load }: Context,
  ): Promise<Page<FundRequestNode>> {
    return load.fundRequests(args, id);
  }

  @Authorized("read rewards")
  @Query(() => FundRequestConnection, {
    name: "fundRequests",
    nullable: true,
    description: "Requests for funds of all partners that you may see.",
  })
  allFundRequests(
    @Args(() => ofAll) args: InstanceType<typeof ofAll>,
    @Ctx() { load }: Context,
  ): Promise<Page<FundRequestNode>> {
    return load.fundRequests(args);
  }

  @Authorized("read the books")
  @Query(() => [FundUtilisation], { nullable: true, description: "How the funds' money was used, by period." })
  fundUtilisation(@Ctx() { load }: Context): Promise<FundUtilisation[]> {
    return load.fundUtilisation();
  }
}
