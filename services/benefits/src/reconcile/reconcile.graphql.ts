import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized, KeptDigest } from "../values.graphql.js";
import type { ReconcileActions } from "./actions.js";
import type { ReconcileReads } from "./reconcile.reads.js";
import { settlingRefusals } from "./reconcile.refusals.js";
import type { LedgersSettled } from "./settle-ledgers.action.js";

type Context = RequestContext<ReconcileReads, ReconcileActions>;

export const LedgerFaultKind = graphEnum("LedgerFaultKind", ["BALANCE", "CREDIT", "CHAIN", "UNBALANCED", "REWARD"], {
  valuesConfig: {
    BALANCE: { description: "A balance differs from the sum of its entries." },
    CREDIT: { description: "What can be redeemed, by day, is not what is earned." },
    CHAIN: { description: "An entry is not what it was when it was written, or one is missing." },
    UNBALANCED: { description: "The lines of an entry do not add up to zero." },
    REWARD: { description: "What was given differs from what the facts, tiers and rules earn." },
  },
  description: "What does not agree.",
});

@ObjectType({ description: "Something in a partner's ledger that does not agree with what it follows from." })
export class LedgerFault {
  @Field(() => ID, { description: "The partner whose ledger it is in." })
  partnerId: string;

  @Field(() => LedgerFaultKind, { description: "What does not agree." })
  kind: string;

  @Field(() => String, { description: "The account, the entry, or the rule and what it pays for." })
  subject: string;

  @Field(() => String, { description: "What it should be." })
  expected: string;

  @Field(() => String, { description: "What is kept." })
  found: string;
}

@ObjectType({ description: "A page of partners whose ledgers were compared with facts, tiers and rules." })
export class LedgerReconciliation {
  @Field(() => Int, { description: "Partners on this page." })
  checked: number;

  @Field(() => Int, { description: "Partners in total, for a progress bar." })
  total: number;

  @Field(() => [LedgerFault], { description: "Everything on this page that does not agree; empty where all does." })
  faults: LedgerFault[];

  @Field(() => [KeptDigest], {
    description:
      "Digests of the copies of facts and tiers that rewards keep, to compare with the services that own them.",
  })
  digests: KeptDigest[];

  @Field(() => String, { nullable: true, description: "Pass as `after` to go on; null at the end." })
  next: string | null;
}

const SettleLedgersUserError = refusalType("SettleLedgers", settlingRefusals);

@InputType({ description: "The partners whose ledgers are settled." })
export class SettleLedgersInput {
  @Field(() => [ID], { description: "1 to 100." })
  partnerIds: string[];
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class SettleLedgersPayload {
  @Field(() => Int, { description: "How many partners' ledgers were settled." })
  partners: number;

  @Field(() => [SettleLedgersUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver()
export class ReconcileLedgerResolver {
  @Authorized("read the books")
  @Query(() => LedgerReconciliation, {
    nullable: true,
    description:
      "Compares a page of 100 partners' ledgers with their facts, tiers and rules, and checks that each ledger adds up.",
  })
  reconcileLedger(
    @Arg("after", () => String, {
      nullable: true,
      description: "`next` of the page before; the first page if omitted.",
    })
    after: string | null,
    @Ctx() { load }: Context,
  ): Promise<LedgerReconciliation> {
    return load.reconciliation(after ?? null);
  }

  @Authorized("run jobs")
  @Mutation(() => SettleLedgersPayload, {
    nullable: true,
    description:
      "Settles what partners earned anew: each difference is given or taken back by an entry, and balances become what the entries come to.",
  })
  settleLedgers(
    @Arg("input", () => SettleLedgersInput) input: SettleLedgersInput,
    @Ctx() { actions }: Context,
  ): Promise<SettleLedgersPayload> {
    return actions.settleLedgers(input).then(toPayload);
  }
}

const toPayload = (settled: LedgersSettled): SettleLedgersPayload =>
  isRefusal(settlingRefusals, settled)
    ? { partners: 0, userErrors: [userErrorOf(settlingRefusals, settled)] }
    : { partners: settled.partners, userErrors: [] };
