import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Authorized, KeptDigest } from "../values.graphql.js";
import type { LedgerFault as Fault, LedgerReconciled } from "./reconcile-ledger.action.js";
import type { LedgersSettled } from "./settle-ledgers.action.js";

export enum LedgerFaultKind {
  BALANCE = "BALANCE",
  CREDIT = "CREDIT",
  CHAIN = "CHAIN",
  UNBALANCED = "UNBALANCED",
  REWARD = "REWARD",
}
registerEnumType(LedgerFaultKind, {
  name: "LedgerFaultKind",
  valuesConfig: {
    BALANCE: { description: "A balance differs from the sum of its entries." },
    CREDIT: { description: "What can be redeemed, by day, is not what is earned." },
    CHAIN: { description: "An entry is not what it was when it was written, or one is missing." },
    UNBALANCED: { description: "The lines of an entry do not add up to zero." },
    REWARD: { description: "What was given differs from what the facts, tiers and rules earn." },
  },
});

@ObjectType({ description: "Something in a partner's ledger that does not agree with what it follows from." })
export class LedgerFault {
  @Field(() => ID)
  partnerId: string;

  @Field(() => LedgerFaultKind)
  kind: LedgerFaultKind;

  @Field(() => String, { description: "The account, the entry, or the rule and what it pays for." })
  subject: string;

  @Field(() => String)
  expected: string;

  @Field(() => String)
  found: string;
}

@ObjectType({ description: "A page of partners whose ledgers were compared with facts, tiers and rules." })
export class LedgerReconciliation {
  @Field(() => Int, { description: "Partners on this page." })
  checked: number;

  @Field(() => Int, { description: "Partners in total, for a progress bar." })
  total: number;

  @Field(() => [LedgerFault])
  faults: LedgerFault[];

  @Field(() => [KeptDigest], {
    description:
      "Digests of the copies of facts and tiers that rewards keep, to compare with the services that own them.",
  })
  digests: KeptDigest[];

  @Field(() => String, { nullable: true, description: "Pass as `after` to go on; null at the end." })
  next: string | null;
}

export const ledgerReconciliationOf = ({ faults, digests, ...reconciled }: LedgerReconciled): LedgerReconciliation => ({
  ...reconciled,
  digests: [...digests],
  faults: faults.map((fault: Fault) => ({ ...fault, kind: fault.kind as LedgerFaultKind })), // The same words.
});

export enum SettleLedgersErrorCode {
  PARTNERS_INVALID = "PARTNERS_INVALID",
}
registerEnumType(SettleLedgersErrorCode, { name: "SettleLedgersErrorCode" });

@ObjectType()
export class SettleLedgersUserError extends userErrorType("SettleLedgersRefusal", SettleLedgersErrorCode) {}

@InputType()
export class SettleLedgersInput {
  @Field(() => [ID], { description: "1 to 100." })
  partnerIds: string[];
}

@ObjectType()
export class SettleLedgersPayload {
  @Field(() => Int)
  partners: number;

  @Field(() => [SettleLedgersUserError])
  userErrors: SettleLedgersUserError[];
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
    @Arg("after", () => String, { nullable: true }) after: string | null,
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
    return actions.settleLedgers(input).then(payloadOf);
  }
}

const payloadOf = (settled: LedgersSettled): SettleLedgersPayload =>
  settled.kind === "LedgersSettled"
    ? { partners: settled.partners, userErrors: [] }
    : {
        partners: 0,
        userErrors: [
          {
            code: SettleLedgersErrorCode.PARTNERS_INVALID,
            field: ["input", "partnerIds"],
            message: `Expected are ids of 1 to ${settled.limit} partners.`,
          },
        ],
      };
