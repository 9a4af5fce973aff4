import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf, type UserError } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
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
} from "type-graphql";
import { EntriesArgs, Rewards } from "../ledger/index.js";
import { Authorized, Money, PageInfo } from "../values.graphql.js";
import type { RedemptionActions } from "./actions.js";
import type { RedemptionDecision } from "./decide-redemption.action.js";
import type { Redeeming } from "./redeem-rewards.action.js";
import { REDEMPTION_STATES } from "./redemption.entity.js";
import type { RedemptionReads } from "./redemption.reads.js";
import { type PayoutBatchNode, payoutBatchNode, type RedemptionNode, redemptionNode } from "./redemption.reads.js";
import { payoutRefusals, redemptionRefusals } from "./redemption.refusals.js";

type Context = RequestContext<RedemptionReads, RedemptionActions>;

export const RedemptionState = graphEnum("RedemptionState", REDEMPTION_STATES, {
  valuesConfig: {
    REQUESTED: { description: "Waits for a person to approve it." },
    APPROVED: { description: "Waits for the next batch." },
    PAYING: { description: "Is in a batch that is being paid." },
    RETURNED: { description: "The payment failed: the sum is there again." },
    REFUSED: { description: "A person refused it: the sum is there again." },
    PAID: { description: "It was paid." },
  },
  description: "How far a redemption is.",
});

@ObjectType({ description: "A sum that a partner had set apart to be paid out." })
export class Redemption {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: "The partner that is paid." })
  partnerId: string;

  @Field(() => Money, { description: "What is paid out." })
  amount: Money;

  @Field(() => RedemptionState, { description: "How far it is." })
  state: RedemptionNode["state"];

  @Field(() => String, {
    nullable: true,
    description: "What was written beside it when it was asked for; null where nothing.",
  })
  note: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: Date;

  @Field(() => String, { description: "Who asked for it." })
  requestedBy: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was approved or refused; null while it waits." })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "The second person; null where the program asks for none." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was approved or refused, or why the payment failed." })
  reason: string | null;

  @Field(() => ID, { nullable: true, description: "The batch that it is paid in; null before." })
  batchId: string | null;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  externalReference: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was paid, or came back." })
  settledAt: Date | null;
}

@ObjectType({ description: "A page of redemptions." })
export class RedemptionConnection extends connectionType("Redemption", () => Redemption, PageInfo) {}

@ObjectType({ description: "Redemptions that are paid together." })
export class PayoutBatch {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => String, { description: "Who made it." })
  createdBy: string;

  @Field(() => String, { nullable: true, description: "What was written beside it; null where nothing." })
  note: string | null;

  @Field(() => [Redemption], { description: "What is paid, at most 1,000." })
  redemptions: Redemption[];

  @Field(() => [Money], { description: "Its total in each currency." })
  totals: Money[];
}

@ObjectType({ description: "A page of batches." })
export class PayoutBatchConnection extends connectionType("PayoutBatch", () => PayoutBatch, PageInfo) {}

const RedemptionPayload = payloadType("Redemption", {
  field: "redemption",
  type: () => Redemption,
  userError: refusalType("Redemption", redemptionRefusals),
});
type RedemptionPayload = Payload<"redemption", RedemptionNode>;

@InputType({ description: "A sum to be paid out." })
export class RedeemRewardsInput {
  @Field(() => ID, { description: "The partner that is paid." })
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

@InputType({ description: "A second person's decision on a redemption." })
export class DecideRedemptionInput {
  @Field(() => ID, { description: "A redemption that waits, asked for by another person." })
  id: string;

  @Field(() => Boolean, { description: "False refuses it for good: the sum is there again." })
  approve: boolean;

  @Field(() => String, { description: "Why; the partner reads it." })
  reason: string;
}

const PayoutUserError = refusalType("Payout", payoutRefusals);

@InputType({ description: "What to keep with the batch." })
export class CreatePayoutBatchInput {
  @Field(() => String, { nullable: true, description: "Kept with the batch, for example its number at the payer." })
  note?: string | null;
}

const CreatePayoutBatchPayload = payloadType("CreatePayoutBatch", {
  field: "batch",
  type: () => PayoutBatch,
  userError: PayoutUserError,
});

@InputType({ description: "The result of one payment: a reference, or a failure." })
export class PayoutInput {
  @Field(() => ID, { description: "A redemption of the batch; once in a request." })
  redemptionId: string;

  @Field(() => String, { nullable: true, description: "The payer's reference for the payment." })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Why it was not paid." })
  failure?: string | null;
}

@InputType({ description: "The results of payments of one batch." })
export class SettlePayoutsInput {
  @Field(() => ID, { description: "The batch that they are of." })
  batchId: string;

  @Field(() => [PayoutInput], { description: "1 to 1,000; all of them are noted or none." })
  payouts: PayoutInput[];
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class SettlePayoutsPayload {
  @Field(() => [Redemption], {
    nullable: true,
    description: "The redemptions that were reported, as they are now; null where it was refused.",
  })
  redemptions: readonly RedemptionNode[] | null;

  @Field(() => [PayoutUserError], { description: "Empty where it was done." })
  userErrors: readonly UserError[];
}

@Resolver(() => Rewards)
export class RedemptionResolver {
  @FieldResolver(() => RedemptionConnection, { description: "What the partner had paid out, newest first." })
  redemptions(
    @Root() { partnerId }: Rewards,
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<RedemptionNode>> {
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
    return actions.redeemRewards({ ...input, note: input.note ?? null }).then(toPayload);
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
    return actions.decideRedemption(input).then(toPayload);
  }

  @Authorized("decide redemptions")
  @Query(() => RedemptionConnection, {
    nullable: true,
    description: "Redemptions of all partners that wait for a person, oldest first.",
  })
  waitingRedemptions(
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<RedemptionNode>> {
    return load.waitingRedemptions(args);
  }

  @Authorized("pay out")
  @Query(() => PayoutBatchConnection, { nullable: true, description: "Batches of payouts, newest first." })
  payoutBatches(@Args(() => EntriesArgs) args: EntriesArgs, @Ctx() { load }: Context): Promise<Page<PayoutBatchNode>> {
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
  ): Promise<Payload<"batch", PayoutBatchNode>> {
    return actions
      .createPayoutBatch({ note: input.note ?? null })
      .then((outcome) =>
        payloadOf(payoutRefusals, outcome, "batch", (made) => payoutBatchNode(made.batch, made.redemptions)),
      );
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
    return actions
      .settlePayouts({ batchId: input.batchId, payouts })
      .then((outcome) =>
        payloadOf(payoutRefusals, outcome, "redemptions", ({ redemptions }) => redemptions.map(redemptionNode)),
      );
  }
}

const toPayload = (outcome: Redeeming | RedemptionDecision): RedemptionPayload =>
  payloadOf(redemptionRefusals, outcome, "redemption", ({ redemption }) => redemptionNode(redemption));
