import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { addDays, decimalOfText, knownCalendarDate, moneyOf, toExactString } from "@tiergraph/program/exact";
import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
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
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { ProofRow } from "./fund.store.js";
import type { FundPeriod, FundStanding } from "./fund-account.js";
import type { FundRequestRow } from "./fund-request.entity.js";

@ObjectType({ description: "What a partner has of a fund in its present period." })
export class PartnerFund {
  @Field(() => String, { description: "Name of the fund in the program." })
  fund: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: "Why the program has it." })
  why: string;

  @Field(() => DateScalar)
  periodFrom: string;

  @Field(() => DateScalar, { description: "Last day of the period." })
  periodTo: string;

  @Field(() => Money, {
    nullable: true,
    description: "What the program gives automatically; null where people decide. The budget may hold less.",
  })
  due: object | null;

  @Field(() => Money, { description: "Given and not promised to anything: can be asked for." })
  allocated: object;

  @Field(() => Money, { description: "Promised to approved requests." })
  committed: object;

  @Field(() => Money)
  reimbursed: object;

  @Field(() => DecimalScalar, { description: "Share of what was spent that is paid back, as a fraction of 1." })
  reimburses: string;

  @Field(() => Int, { description: "Days after the period in which a claim may still be made." })
  claimWithinDays: number;
}

export function partnerFundOf(period: FundPeriod, standing: FundStanding, dueMinor: bigint | null): PartnerFund {
  const { fund, program } = period;
  const money = (minor: bigint) => moneyOf({ minor, currency: program.currency });
  return {
    fund: fund.name,
    title: fund.title,
    why: fund.why,
    claimWithinDays: fund.claimWithinDays,
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
  id: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String)
  mediaType: string;

  @Field(() => Int)
  sizeBytes: number;

  @Field(() => String, { description: "SHA-256 of the file, in hexadecimal." })
  sha256: string;

  @Field(() => DateTimeScalar)
  storedAt: Date;

  @Field(() => String)
  storedBy: string;

  row: ProofRow;
}

export const proofOf = (row: ProofRow): FundProof => {
  const { partnerId, proofId, fileName, mediaType, sizeBytes, sha256, storedAt, storedBy } = row;
  return {
    id: encodeOwnedId({ partnerId, id: proofId }),
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    storedAt,
    storedBy,
    row,
  };
};

@ObjectType({ description: "Money of a fund that a partner asked for." })
export class FundRequest {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => String, { description: "Name of the fund." })
  fund: string;

  @Field(() => DateScalar)
  periodFrom: string;

  @Field(() => String)
  activity: string;

  @Field(() => Money)
  amount: object;

  @Field(() => FundRequestState)
  state: FundRequestState;

  @Field(() => DateTimeScalar)
  requestedAt: Date;

  @Field(() => String)
  requestedBy: string;

  @Field(() => String, { nullable: true })
  decidedBy: string | null;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => Money, { nullable: true })
  approved: object | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day on which it can be claimed." })
  claimBy: string | null;

  @Field(() => Money, { nullable: true })
  spent: object | null;

  @Field(() => Money, { nullable: true })
  reimbursed: object | null;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  externalReference: string | null;

  row: FundRequestRow;
}

@ObjectType()
export class FundRequestConnection extends connectionType("FundRequest", () => FundRequest, PageInfo) {}

export const fundRequestOf = (row: FundRequestRow): FundRequest => {
  const { partnerId, fund, periodFrom, activity, currency, requestedAt, requestedBy, decidedBy, reason, claimBy } = row;
  const money = (minor: bigint | null) => (minor === null ? null : moneyOf({ minor, currency }));
  return {
    id: encodeOwnedId({ partnerId, id: row.requestId }),
    partnerId,
    fund,
    periodFrom,
    activity,
    requestedAt,
    requestedBy,
    decidedBy,
    reason,
    claimBy,
    row,
    amount: moneyOf({ minor: row.amountMinor, currency }),
    state: row.state as FundRequestState, // The same words.
    approved: money(row.approvedMinor),
    spent: money(row.spentMinor),
    reimbursed: money(row.reimbursedMinor),
    externalReference: row.externalReference,
  };
};

@ObjectType({ description: "How a fund's money was used in one period, over all partners." })
export class FundUtilisation {
  @Field(() => String)
  fund: string;

  @Field(() => DateScalar)
  periodFrom: string;

  @Field(() => Money, { nullable: true, description: "Null where the program in force has the fund no more." })
  budget: object | null;

  @Field(() => Money, { description: "Given to partners, less what expired." })
  given: object;

  @Field(() => Money)
  allocated: object;

  @Field(() => Money)
  committed: object;

  @Field(() => Money)
  reimbursed: object;
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
      fund,
      periodFrom,
      budget: budget === null ? null : moneyOf({ minor: budget, currency }),
      given: of("fund:budget", -1n),
      allocated: of("fund:allocated"),
      committed: of("fund:committed"),
      reimbursed: of("fund:reimbursed"),
    };
  });
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
    description: "The partner's requests for funds, newest first.",
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
  @Query(() => [FundUtilisation], { nullable: true, description: "How the funds' money was used, by period." })
  fundUtilisation(@Ctx() { load }: Context): Promise<FundUtilisation[]> {
    return load.fundUtilisation();
  }
}
