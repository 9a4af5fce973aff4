import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf, type UserError } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Rewards } from "../ledger/index.js";
import { requestArgs } from "../request-list/index.js";
import { Authorized, Money, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { RedemptionActions } from "./actions.js";
import type { RedemptionDecision } from "./decide-redemption.action.js";
import type { Redeeming } from "./redeem-rewards.action.js";
import { REDEMPTION_STATES } from "./redemption.entity.js";
import {
  type PayoutBatchNode,
  payoutBatchNode,
  type RedemptionNode,
  type RedemptionReads,
  redemptionNode,
} from "./redemption.reads.js";
import { payoutRefusals, redemptionRefusals } from "./redemption.refusals.js";
import "@tiergraph/kit/values/declared-type.graphql";

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

const { ofPartner, ofAll } = requestArgs({
  name: "Redemption",
  plural: "redemptions",
  state: () => RedemptionState,
  orders: { AMOUNT: "By currency, then by amount." },
});

export const Redemption = objectType(
  "Redemption",
  "A sum that a partner had set apart to be paid out.",
  {
    id: field.id(),
    partner: field.of(() => Partner, "The partner that is paid.").nullable(),
    amount: field.of(() => Money, "What is paid out."),
    state: field.of(() => RedemptionState, "How far it is.").as<RedemptionNode["state"]>(),
    note: field.string("What was written beside it when it was asked for; null where nothing.").personal(),
    requestedAt: field.dateTime("When it was asked for."),
    requestedBy: field.string("Who asked for it.").personal(),
    decidedAt: field.dateTime("When it was approved or refused; null while it waits.").nullable(),
    decidedBy: field.string("The second person; null where the program asks for none.").personal(),
    reason: field.string("Why it was approved or refused, or why the payment failed.").personal(),
    batchId: field.id("The batch that it is paid in; null before.").nullable(),
    externalReference: field.string("The payer's reference for the payment.").nullable(),
    settledAt: field.dateTime("When it was paid, or came back.").nullable(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Redemption = InstanceType<typeof Redemption>;

export const RedemptionConnection = connectionType("Redemption", () => Redemption, PageInfo, "A page of redemptions.");
export type RedemptionConnection = InstanceType<typeof RedemptionConnection>;

export const PayoutBatch = objectType("PayoutBatch", "Redemptions that are paid together.", {
  id: field.id(),
  createdAt: field.dateTime("When it was made."),
  createdBy: field.string("Who made it.").personal(),
  note: field.string("What was written beside it; null where nothing.").personal(),
  redemptions: field.of(() => Redemption, "What is paid, at most 1,000.").list(),
  totals: field.of(() => Money, "Its total in each currency.").list(),
});
export type PayoutBatch = InstanceType<typeof PayoutBatch>;

export const PayoutBatchConnection = connectionType("PayoutBatch", () => PayoutBatch, PageInfo, "A page of batches.");
export type PayoutBatchConnection = InstanceType<typeof PayoutBatchConnection>;

const RedemptionPayload = payloadType("Redemption", {
  field: "redemption",
  type: () => Redemption,
  userError: refusalType("Redemption", redemptionRefusals, {
    data: {
      minimum: field.of(() => Money, "Of `BELOW_MINIMUM`: the least that is paid out at once.").nullable(),
      missing: field.of(() => Money, "Of `INSUFFICIENT_BALANCE`: what the partner lacks.").nullable(),
      left: field.of(() => Money, "Of `CEILING_REACHED`: what may still be paid out.").nullable(),
    },
  }),
});
type RedemptionPayload = Payload<"redemption", RedemptionNode>;

export const RedeemRewardsInput = inputType("RedeemRewardsInput", "A sum to be paid out.", {
  partnerId: field.id("The partner that is paid."),
  amount: field.decimal("Major units of the program's currency, such as `125.50`."),
  idempotencyKey: field.string(
    "Yours to choose, 1 to 128 characters: the same key with the same input redeems once, however often it is sent.",
  ),
  note: field.string("At most 1,000 characters.").nullable(),
});
export type RedeemRewardsInput = InstanceType<typeof RedeemRewardsInput>;

export const DecideRedemptionInput = inputType("DecideRedemptionInput", "A second person's decision on a redemption.", {
  id: field.id("A redemption that waits, asked for by another person."),
  approve: field.boolean("False refuses it for good: the sum is there again."),
  reason: field.string("Why; the partner reads it."),
});
export type DecideRedemptionInput = InstanceType<typeof DecideRedemptionInput>;

const PayoutUserError = refusalType("Payout", payoutRefusals);

export const CreatePayoutBatchInput = inputType("CreatePayoutBatchInput", "What to keep with the batch.", {
  note: field.string("Kept with the batch, for example its number at the payer.").nullable(),
});
export type CreatePayoutBatchInput = InstanceType<typeof CreatePayoutBatchInput>;

const CreatePayoutBatchPayload = payloadType("CreatePayoutBatch", {
  field: "batch",
  type: () => PayoutBatch,
  userError: PayoutUserError,
});

export const PayoutInput = inputType("PayoutInput", "The result of one payment: a reference, or a failure.", {
  redemptionId: field.id("A redemption of the batch; once in a request."),
  reference: field.string("The payer's reference for the payment.").nullable(),
  failure: field.string("Why it was not paid.").nullable(),
});
export type PayoutInput = InstanceType<typeof PayoutInput>;

export const SettlePayoutsInput = inputType("SettlePayoutsInput", "The results of payments of one batch.", {
  id: field.id("The batch that they are of."),
  payouts: field.of(() => PayoutInput, "1 to 1,000; all of them are noted or none.").list(),
});
export type SettlePayoutsInput = InstanceType<typeof SettlePayoutsInput>;

export const SettlePayoutsPayload = objectType(
  "SettlePayoutsPayload",
  "What the mutation did, or why it did nothing.",
  {
    redemptions: field
      .of(() => Redemption, "The redemptions that were reported, as they are now; null where it was refused.")
      .as<RedemptionNode>()
      .list()
      .nullable(),
    userErrors: field
      .of(() => PayoutUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
export type SettlePayoutsPayload = InstanceType<typeof SettlePayoutsPayload>;

@Resolver(() => Rewards)
export class RedemptionResolver {
  @FieldResolver(() => RedemptionConnection, { description: "What the partner had paid out." })
  redemptions(
    @Root() { partnerId }: Rewards,
    @Args(() => ofPartner) args: InstanceType<typeof ofPartner>,
    @Ctx() { load }: Context,
  ): Promise<Page<RedemptionNode>> {
    return load.redemptions(args, partnerId);
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

  @Authorized("read rewards")
  @Query(() => RedemptionConnection, {
    name: "redemptions",
    nullable: true,
    description: "Redemptions of all partners that you may see.",
  })
  allRedemptions(
    @Args(() => ofAll) args: InstanceType<typeof ofAll>,
    @Ctx() { load }: Context,
  ): Promise<Page<RedemptionNode>> {
    return load.redemptions(args);
  }

  @Authorized("pay out")
  @Query(() => PayoutBatchConnection, { nullable: true, description: "Batches of payouts, newest first." })
  payoutBatches(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<PayoutBatchNode>> {
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
      .settlePayouts({ batchId: input.id, payouts })
      .then((outcome) =>
        payloadOf(payoutRefusals, outcome, "redemptions", ({ redemptions }) => redemptions.map(redemptionNode)),
      );
  }
}

const toPayload = (outcome: Redeeming | RedemptionDecision): RedemptionPayload =>
  payloadOf(redemptionRefusals, outcome, "redemption", ({ redemption }) => redemptionNode(redemption));
