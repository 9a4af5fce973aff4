import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { EntriesArgs } from "../ledger/index.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { FundReads, FundRequestNode } from "./fund.reads.js";
import type { ProofRow } from "./fund-proof.entity.js";
import type { FundRequestRow } from "./fund-request.entity.js";
import { FUND_REQUEST_STATES } from "./fund-request.entity.js";

type Context = RequestContext<FundReads>;

@ObjectType({ description: "What a partner has of a fund in its present period." })
export class PartnerFund {
  @Field(() => String, { description: "Name of the fund in the program." })
  fund: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "Why the program has it." })
  why: string;

  @Field(() => DateScalar, { description: "First day of the period." })
  periodFrom: string;

  @Field(() => DateScalar, { description: "Last day of the period." })
  periodTo: string;

  @Field(() => Money, {
    nullable: true,
    description: "What the program gives automatically; null where people decide. The budget may hold less.",
  })
  due: Money | null;

  @Field(() => Money, { description: "Given and not promised to anything: can be asked for." })
  allocated: Money;

  @Field(() => Money, { description: "Promised to approved requests." })
  committed: Money;

  @Field(() => Money, { description: "Paid back of the money of this period." })
  reimbursed: Money;

  @Field(() => DecimalScalar, { description: "Share of what was spent that is paid back, as a fraction of 1." })
  reimburses: string;

  @Field(() => Int, { description: "Days after the period in which a claim may still be made." })
  claimWithinDays: number;
}

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

@ObjectType({ description: "A file that proves what was done." })
export class FundProof {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "As it was given, 1 to 200 characters." })
  fileName: string;

  @Field(() => String, { description: "`application/pdf`, `image/png` or `image/jpeg`." })
  mediaType: string;

  @Field(() => Int, { description: "At most 2 MiB." })
  sizeBytes: number;

  @Field(() => String, { description: "SHA-256 of the file, in hexadecimal." })
  sha256: string;

  @Field(() => DateTimeScalar, { description: "When it was attached." })
  storedAt: Date;

  @Field(() => String, { description: "Who attached it." })
  storedBy: string;

  row: ProofRow;
}

@ObjectType({ description: "Money of a fund that a partner asked for." })
export class FundRequest {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: "The partner that asked for it." })
  partnerId: string;

  @Field(() => String, { description: "Name of the fund." })
  fund: string;

  @Field(() => DateScalar, { description: "First day of the fund's period that the money is of." })
  periodFrom: string;

  @Field(() => String, { description: "What the money is for." })
  activity: string;

  @Field(() => Money, { description: "What was asked for." })
  amount: Money;

  @Field(() => FundRequestState, { description: "How far it is." })
  state: FundRequestNode["state"];

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: Date;

  @Field(() => String, { description: "Who asked for it." })
  requestedBy: string;

  @Field(() => String, { nullable: true, description: "Who approved or refused the request; null while nobody has." })
  decidedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the request, or later the claim, was decided so; null while nothing was.",
  })
  reason: string | null;

  @Field(() => Money, { nullable: true, description: "What was promised of it; null where nothing was." })
  approved: Money | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day on which it can be claimed." })
  claimBy: string | null;

  @Field(() => Money, { nullable: true, description: "What was spent in all, as it was last claimed; null before." })
  spent: Money | null;

  @Field(() => Money, { nullable: true, description: "What was paid back; null before." })
  reimbursed: Money | null;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  externalReference: string | null;

  row: FundRequestRow;
}

@ObjectType({ description: "A page of requests for funds." })
export class FundRequestConnection extends connectionType("FundRequest", () => FundRequest, PageInfo) {}

@ObjectType({ description: "How a fund's money was used in one period, over all partners." })
export class FundUtilisation {
  @Field(() => String, { description: "Name of the fund." })
  fund: string;

  @Field(() => DateScalar, { description: "First day of the period." })
  periodFrom: string;

  @Field(() => Money, { nullable: true, description: "Null where the program in force has the fund no more." })
  budget: Money | null;

  @Field(() => Money, { description: "Given to partners, less what expired." })
  given: Money;

  @Field(() => Money, { description: "Of what was given, what is not promised to any request." })
  allocated: Money;

  @Field(() => Money, { description: "Of what was given, what is promised to approved requests." })
  committed: Money;

  @Field(() => Money, { description: "Of what was given, what was paid back." })
  reimbursed: Money;
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
    description: "The partner's requests for funds, newest first.",
  })
  fundRequests(
    @Root() { id }: Partner,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<FundRequestNode>> {
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
  ): Promise<Page<FundRequestNode>> {
    return load.waitingFundRequests(args);
  }

  @Authorized("read the books")
  @Query(() => [FundUtilisation], { nullable: true, description: "How the funds' money was used, by period." })
  fundUtilisation(@Ctx() { load }: Context): Promise<FundUtilisation[]> {
    return load.fundUtilisation();
  }
}
