import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import { formatMinorUnits, moneyOf } from "@tiergraph/program/exact";
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { EntriesArgs, Rewards } from "../ledger/rewards.graphql.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { RedemptionDecision } from "./decide-redemption.action.js";
import type { BatchMade, PayoutsSettled } from "./payout.action.js";
import type { Redeeming } from "./redeem-rewards.action.js";
import type { RedemptionRow } from "./redemption.entity.js";
import type { PayoutBatchRow } from "./redemption.store.js";

export enum RedemptionState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  PAYING = "PAYING",
  PAID = "PAID",
  RETURNED = "RETURNED",
}
registerEnumType(RedemptionState, {
  name: "RedemptionState",
  valuesConfig: {
    REQUESTED: { description: "Waits for a person to approve it." },
    APPROVED: { description: "Waits for the next batch." },
    PAYING: { description: "Is in a batch that is being paid." },
    RETURNED: { description: "The payment failed: the sum is there again." },
  },
});

@ObjectType({ description: "A sum that a partner had set apart to be paid out." })
export class Redemption {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => Money)
  amount: object;

  @Field(() => RedemptionState)
  state: RedemptionState;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTimeScalar)
  requestedAt: Date;

  @Field(() => String)
  requestedBy: string;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "The second person; null where the program asks for none." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was approved or refused, or why the payment failed." })
  reason: string | null;

  @Field(() => ID, { nullable: true })
  batchId: string | null;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  externalReference: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was paid, or came back." })
  settledAt: Date | null;
}

@ObjectType()
export class RedemptionConnection extends connectionType("Redemption", () => Redemption, PageInfo) {}

export const redemptionOf = (row: RedemptionRow): Redemption => {
  const { partnerId, note, requestedAt, requestedBy, decidedAt, decidedBy, reason, batchId, externalReference } = row;
  return {
    id: encodeOwnedId({ partnerId, id: row.redemptionId }),
    amount: moneyOf({ minor: row.amountMinor, currency: row.currency }),
    state: row.state as RedemptionState, // The same words.
    partnerId,
    note,
    requestedAt,
    requestedBy,
    decidedAt,
    decidedBy,
    reason,
    batchId,
    externalReference,
    settledAt: row.settledAt,
  };
};

@ObjectType({ description: "Redemptions that are paid together." })
export class PayoutBatch {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => String)
  createdBy: string;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => [Redemption])
  redemptions: Redemption[];

  @Field(() => [Money], { description: "Its total in each currency." })
  totals: object[];
}

@ObjectType()
export class PayoutBatchConnection extends connectionType("PayoutBatch", () => PayoutBatch, PageInfo) {}

export function payoutBatchOf(batch: PayoutBatchRow, redemptions: readonly RedemptionRow[]): PayoutBatch {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of redemptions) sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  const { batchId, createdAt, createdBy, note } = batch;
  return {
    id: batchId,
    createdAt,
    createdBy,
    note,
    redemptions: redemptions.map(redemptionOf),
    totals: [...sums].map(([currency, minor]) => moneyOf({ minor, currency })),
  };
}

export enum RedeemErrorCode {
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  NO_PROGRAM_IN_FORCE = "NO_PROGRAM_IN_FORCE",
  KEY_INVALID = "KEY_INVALID",
  KEY_REUSED = "KEY_REUSED",
  NOTE_TOO_LONG = "NOTE_TOO_LONG",
  AMOUNT_INVALID = "AMOUNT_INVALID",
  BELOW_MINIMUM = "BELOW_MINIMUM",
  INSUFFICIENT_BALANCE = "INSUFFICIENT_BALANCE",
  CEILING_REACHED = "CEILING_REACHED",
  REDEMPTION_NOT_FOUND = "REDEMPTION_NOT_FOUND",
  REASON_MISSING = "REASON_MISSING",
  OWN_REQUEST = "OWN_REQUEST",
  NOT_WAITING = "NOT_WAITING",
}
registerEnumType(RedeemErrorCode, { name: "RedemptionErrorCode" });

@ObjectType()
export class RedemptionUserError extends userErrorType("RedemptionRefusal", RedeemErrorCode) {}

@ObjectType()
export class RedemptionPayload {
  @Field(() => Redemption, { nullable: true, description: "Null where it was refused." })
  redemption: Redemption | null;

  @Field(() => [RedemptionUserError])
  userErrors: RedemptionUserError[];
}

@InputType()
export class RedeemRewardsInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String, { description: "Major units of the program's currency, such as `125.50`." })
  amount: string;

  @Field(() => String, {
    description:
      "Yours to choose, 1 to 128 characters: the same key with the same input redeems once, however often it is sent.",
  })
  idempotencyKey: string;

  @Field(() => String, { nullable: true, description: "At most 1,000 characters." })
  note?: string | null;
}

@InputType()
export class DecideRedemptionInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean)
  approve: boolean;

  @Field(() => String)
  reason: string;
}

export enum PayoutErrorCode {
  NOTHING_TO_PAY = "NOTHING_TO_PAY",
  TOO_MANY_PAYOUTS = "TOO_MANY_PAYOUTS",
  PAYOUT_NOT_FOUND = "PAYOUT_NOT_FOUND",
  PAYOUT_AMBIGUOUS = "PAYOUT_AMBIGUOUS",
  NOT_PAYING = "NOT_PAYING",
}
registerEnumType(PayoutErrorCode, { name: "PayoutErrorCode" });

@ObjectType()
export class PayoutUserError extends userErrorType("PayoutRefusal", PayoutErrorCode) {}

@InputType()
export class CreatePayoutBatchInput {
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@ObjectType()
export class CreatePayoutBatchPayload {
  @Field(() => PayoutBatch, { nullable: true })
  batch: PayoutBatch | null;

  @Field(() => [PayoutUserError])
  userErrors: PayoutUserError[];
}

@InputType({ description: "The result of one payment: a reference, or a failure." })
export class PayoutInput {
  @Field(() => ID)
  redemptionId: string;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Why it was not paid." })
  failure?: string | null;
}

@InputType()
export class SettlePayoutsInput {
  @Field(() => ID)
  batchId: string;

  @Field(() => [PayoutInput], { description: "1 to 1,000; all of them are noted or none." })
  payouts: PayoutInput[];
}

@ObjectType()
export class SettlePayoutsPayload {
  @Field(() => [Redemption], { nullable: true })
  redemptions: Redemption[] | null;

  @Field(() => [PayoutUserError])
  userErrors: PayoutUserError[];
}

@Resolver(() => Rewards)
export class RedemptionResolver {
  @FieldResolver(() => RedemptionConnection, { description: "What the partner had paid out, newest first." })
  redemptions(
    @Root() { partnerId }: Rewards,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<Redemption>> {
    return load.redemptions(partnerId, args);
  }

  @Authorized("redeem rewards")
  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: "Sets a sum apart to be paid out, what expires first first.",
  })
  redeemRewards(
    @Arg("input", () => RedeemRewardsInput) input: RedeemRewardsInput,
    @Ctx() { actions }: Context,
  ): Promise<RedemptionPayload> {
    return actions.redeemRewards({ ...input, note: input.note ?? null }).then(redemptionPayload);
  }

  @Authorized("decide redemptions")
  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: "Approves or refuses a redemption that another person asked for.",
  })
  decideRedemption(
    @Arg("input", () => DecideRedemptionInput) input: DecideRedemptionInput,
    @Ctx() { actions }: Context,
  ): Promise<RedemptionPayload> {
    return actions.decideRedemption(input).then(redemptionPayload);
  }

  @Authorized("decide redemptions")
  @Query(() => RedemptionConnection, {
    nullable: true,
    description: "Redemptions of all partners that wait for a person, oldest first.",
  })
  waitingRedemptions(@Args(() => EntriesArgs) args: EntriesArgs, @Ctx() { load }: Context): Promise<Page<Redemption>> {
    return load.waitingRedemptions(args);
  }

  @Authorized("pay out")
  @Query(() => PayoutBatchConnection, { nullable: true, description: "Batches of payouts, newest first." })
  payoutBatches(@Args(() => EntriesArgs) args: EntriesArgs, @Ctx() { load }: Context): Promise<Page<PayoutBatch>> {
    return load.payoutBatches(args);
  }

  @Authorized("pay out")
  @Mutation(() => CreatePayoutBatchPayload, {
    nullable: true,
    description:
      "Puts what is approved into a batch to be paid, oldest first, at most 1,000; each redemption is in one batch at most.",
  })
  createPayoutBatch(
    @Arg("input", () => CreatePayoutBatchInput) input: CreatePayoutBatchInput,
    @Ctx() { actions }: Context,
  ): Promise<CreatePayoutBatchPayload> {
    return actions.createPayoutBatch({ note: input.note ?? null }).then(batchPayload);
  }

  @Authorized("pay out")
  @Mutation(() => SettlePayoutsPayload, {
    nullable: true,
    description: "Records the results of payments of a batch. Safe to repeat.",
  })
  settlePayouts(
    @Arg("input", () => SettlePayoutsInput) input: SettlePayoutsInput,
    @Ctx() { actions }: Context,
  ): Promise<SettlePayoutsPayload> {
    const payouts = input.payouts.map(({ redemptionId, reference, failure }) => ({
      redemptionId,
      reference: reference ?? null,
      failure: failure ?? null,
    }));
    return actions.settlePayouts({ batchId: input.batchId, payouts }).then(settlementPayload);
  }
}

function redemptionPayload(outcome: Redeeming | RedemptionDecision): RedemptionPayload {
  const refusal = (code: RedeemErrorCode, field: string[], message: string) => ({
    redemption: null,
    userErrors: [{ code, field: ["input", ...field], message }],
  });
  switch (outcome.kind) {
    case "Redeemed":
    case "RedemptionDecided":
      return { redemption: redemptionOf(outcome.redemption), userErrors: [] };
    case "PartnerUnknown":
      return refusal(RedeemErrorCode.PARTNER_NOT_FOUND, ["partnerId"], "There is no such partner.");
    case "NoProgramInForce":
      return refusal(RedeemErrorCode.NO_PROGRAM_IN_FORCE, [], "No program is in force: publish one first.");
    case "KeyInvalid":
      return refusal(RedeemErrorCode.KEY_INVALID, ["idempotencyKey"], "A key has 1 to 128 characters.");
    case "KeyReused":
      return refusal(
        RedeemErrorCode.KEY_REUSED,
        ["idempotencyKey"],
        "This key was used for another redemption of the partner: choose a new one for each.",
      );
    case "NoteTooLong":
      return refusal(RedeemErrorCode.NOTE_TOO_LONG, ["note"], "At most 1,000 characters.");
    case "AmountInvalid":
      return refusal(
        RedeemErrorCode.AMOUNT_INVALID,
        ["amount"],
        `Expected an amount above zero in ${outcome.currency}, no finer than the currency, such as 125.50.`,
      );
    case "BelowMinimum":
      return refusal(
        RedeemErrorCode.BELOW_MINIMUM,
        ["amount"],
        `The program pays out at least ${formatMinorUnits(outcome.minimumMinor, outcome.currency)} at once.`,
      );
    case "InsufficientBalance":
      return refusal(
        RedeemErrorCode.INSUFFICIENT_BALANCE,
        ["amount"],
        `${formatMinorUnits(outcome.missingMinor, outcome.currency)} are missing.`,
      );
    case "CeilingReached":
      return refusal(
        RedeemErrorCode.CEILING_REACHED,
        ["amount"],
        `${outcome.ceiling.title}: ${formatMinorUnits(outcome.leftMinor, outcome.currency)} are left.`,
      );
    case "RedemptionUnknown":
      return refusal(RedeemErrorCode.REDEMPTION_NOT_FOUND, ["id"], "There is no such redemption.");
    case "ReasonMissing":
      return refusal(RedeemErrorCode.REASON_MISSING, ["reason"], "Say why: the partner reads it.");
    case "OwnRequest":
      return refusal(RedeemErrorCode.OWN_REQUEST, ["id"], "A second person has to decide.");
    case "NotWaiting":
      return refusal(RedeemErrorCode.NOT_WAITING, ["id"], `It is ${outcome.state} already.`);
  }
}

function batchPayload(outcome: BatchMade): CreatePayoutBatchPayload {
  if (outcome.kind === "BatchMade") return { batch: payoutBatchOf(outcome.batch, outcome.redemptions), userErrors: [] };
  const message = "No redemption is approved and waits to be paid.";
  return { batch: null, userErrors: [{ code: PayoutErrorCode.NOTHING_TO_PAY, field: ["input"], message }] };
}

function settlementPayload(outcome: PayoutsSettled): SettlePayoutsPayload {
  if (outcome.kind === "PayoutsSettled") return { redemptions: outcome.redemptions.map(redemptionOf), userErrors: [] };
  const refusal = (code: PayoutErrorCode, message: string) => ({
    redemptions: null,
    userErrors: [
      { code, field: ["input", "payouts", ...("index" in outcome ? [String(outcome.index)] : [])], message },
    ],
  });
  switch (outcome.kind) {
    case "TooManyPayouts":
      return refusal(PayoutErrorCode.TOO_MANY_PAYOUTS, "Report 1 to 1,000 payments at once.");
    case "PayoutUnknown":
      return refusal(PayoutErrorCode.PAYOUT_NOT_FOUND, "There is no such redemption in this batch.");
    case "PayoutAmbiguous":
      return refusal(
        PayoutErrorCode.PAYOUT_AMBIGUOUS,
        "A payment has a reference or a failure, and is reported once in a request.",
      );
    case "NotPaying":
      return refusal(PayoutErrorCode.NOT_PAYING, `It is ${outcome.state} already.`);
  }
}
