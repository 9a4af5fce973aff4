import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { OwnedCustomerReads } from "../customer/index.js";
import { Partner } from "../entities.graphql.js";
import type { PartnerReads } from "../partner/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { OwnedCustomerActions } from "./actions.js";
import type { OwnedCustomersDeclared } from "./declare-owned-customers.action.js";
import { declarationRefusals } from "./owned-customer.refusals.js";

type Context = RequestContext<OwnedCustomerReads & PartnerReads, OwnedCustomerActions>;

const DeclareOwnedCustomersUserError = refusalType("DeclareOwnedCustomers", declarationRefusals);

const DeclareOwnedCustomersInput = inputType("DeclareOwnedCustomersInput", "The customers that belong to a partner.", {
  partnerId: field.id("The partner; what it declared before is replaced."),
  customers: field
    .string("All customers that belong to the partner, by the names that facts have; at most 1,000.")
    .list(),
});
type DeclareOwnedCustomersInput = InstanceType<typeof DeclareOwnedCustomersInput>;

const DeclareOwnedCustomersPayload = objectType(
  "DeclareOwnedCustomersPayload",
  "What the mutation did, or why it did nothing.",
  {
    partner: field.of(() => Partner, "Shown to people who may read it.").nullable(),
    corrected: field.int("Facts that count with other content from now on."),
    left: field.int("Facts of closed periods, which the program does not allow to be corrected."),
    userErrors: field
      .of(() => DeclareOwnedCustomersUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
type DeclareOwnedCustomersPayload = InstanceType<typeof DeclareOwnedCustomersPayload>;

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
