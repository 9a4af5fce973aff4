import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { type OwnedCustomerReads } from "../customer/index.js";
import { Partner } from "../entities.graphql.js";
import { type PartnerReads } from "../partner/index.js";
import { Authorized } from "../values.graphql.js";
import type { OwnedCustomerActions } from "./actions.js";
import type { OwnedCustomersDeclared } from "./declare-owned-customers.action.js";
import { declarationRefusals } from "./owned-customer.refusals.js";

type Context = RequestContext<OwnedCustomerReads & PartnerReads, OwnedCustomerActions>;

const DeclareOwnedCustomersUserError = refusalType("DeclareOwnedCustomers", declarationRefusals);

@InputType({ description: "The customers that belong to a partner." })
class DeclareOwnedCustomersInput {
  @Field(() => ID, { description: "The partner; what it declared before is replaced." })
  partnerId: string;

  @Field(() => [String], {
    description: "All customers that belong to the partner, by the names that facts have; at most 1,000.",
  })
  customers: string[];
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class DeclareOwnedCustomersPayload {
  @Field(() => Partner, { nullable: true, description: "Shown to people who may read it." })
  partner: Partner | null;

  @Field(() => Int, { description: "Facts that count with other content from now on." })
  corrected: number;

  @Field(() => Int, { description: "Facts of closed periods, which the program does not allow to be corrected." })
  left: number;

  @Field(() => [DeclareOwnedCustomersUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver(() => Partner)
export class OwnedCustomerResolver {
  @FieldResolver(() => [String], {
    nullable: true,
    description: "Customers that belong to the partner: its facts of them are marked as `self-dealing`.",
  })
  ownedCustomers(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<string[]> {
    return load.ownedCustomers(id);
  }

  @Authorized("correct facts")
  @Mutation(() => DeclareOwnedCustomersPayload, {
    nullable: true,
    description:
      "Says which customers belong to a partner. Measures with `self-dealing: excluded` leave their facts out, those that were recorded before, too.",
  })
  declareOwnedCustomers(
    @Arg("input", () => DeclareOwnedCustomersInput) input: DeclareOwnedCustomersInput,
    @Ctx() { actions, load }: Context,
  ): Promise<DeclareOwnedCustomersPayload> {
    return actions.declareOwnedCustomers(input).then((declared) => toPayload(declared, load));
  }
}

const toPayload = (declared: OwnedCustomersDeclared, load: Context["load"]): DeclareOwnedCustomersPayload =>
  isRefusal(declarationRefusals, declared)
    ? { partner: null, corrected: 0, left: 0, userErrors: [userErrorOf(declarationRefusals, declared)] }
    : {
        partner: load.partner(declared.partnerId),
        corrected: declared.corrected,
        left: declared.left,
        userErrors: [],
      };
