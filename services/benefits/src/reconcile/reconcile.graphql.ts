import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, KeptDigest, refusalType } from "../values.graphql.js";
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

export const LedgerFault = objectType(
  "LedgerFault",
  "Something in a partner's ledger that does not agree with what it follows from.",
  {
    partnerId: field.id("The partner whose ledger it is in."),
    kind: field.of(() => LedgerFaultKind, "What does not agree.").as<string>(),
    subject: field.string("The account, the entry, or the rule and what it pays for."),
    expected: field.string("What it should be."),
    found: field.string("What is kept."),
  },
);
export type LedgerFault = InstanceType<typeof LedgerFault>;

export const LedgerReconciliation = objectType(
  "LedgerReconciliation",
  "A page of partners whose ledgers were compared with facts, tiers and rules.",
  {
    checked: field.int("Partners on this page."),
    total: field.int("Partners in total, for a progress bar."),
    faults: field.of(() => LedgerFault, "Everything on this page that does not agree; empty where all does.").list(),
    digests: field
      .of(
        () => KeptDigest,
        "Digests of the copies of facts and tiers that rewards keep, to compare with the services that own them.",
      )
      .list(),
    next: field.string("Pass as `after` to go on; null at the end.").nullable(),
  },
);
export type LedgerReconciliation = InstanceType<typeof LedgerReconciliation>;

const SettleLedgersUserError = refusalType("SettleLedgers", settlingRefusals);

export const SettleLedgersInput = inputType("SettleLedgersInput", "The partners whose ledgers are settled.", {
  partnerIds: field.id("1 to 100.").list(),
});
export type SettleLedgersInput = InstanceType<typeof SettleLedgersInput>;

export const SettleLedgersPayload = objectType(
  "SettleLedgersPayload",
  "What the mutation did, or why it did nothing.",
  {
    partners: field.int("How many partners' ledgers were settled."),
    userErrors: field
      .of(() => SettleLedgersUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
export type SettleLedgersPayload = InstanceType<typeof SettleLedgersPayload>;

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
