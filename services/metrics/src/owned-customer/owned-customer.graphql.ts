import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { type OwnedCustomerReads } from "../customer/index.js";
import { Partner } from "../entities.graphql.js";
import { type PartnerReads } from "../partner/index.js";
import { Authorized } from "../values.graphql.js";
import type { OwnedCustomerActions } from "./actions.js";
import type { OwnedCustomersDeclared } from "./declare-owned-customers.action.js";

type Context = RequestContext<OwnedCustomerReads & PartnerReads, OwnedCustomerActions>;

export const DeclareOwnedCustomersErrorCode = graphEnum("DeclareOwnedCustomersErrorCode", [
  "PARTNER_UNKNOWN",
  "CUSTOMERS_INVALID",
  "TOO_MANY_FACTS",
]);
export type DeclareOwnedCustomersErrorCode = (typeof DeclareOwnedCustomersErrorCode)[string];

@ObjectType()
export class DeclareOwnedCustomersUserError extends userErrorType(
  "DeclareOwnedCustomersRefusal",
  DeclareOwnedCustomersErrorCode,
) {}

@InputType()
export class DeclareOwnedCustomersInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => [String], {
    description: "All customers that belong to the partner, by the names that facts have; at most 1,000.",
  })
  customers: string[];
}

@ObjectType()
export class DeclareOwnedCustomersPayload {
  @Field(() => Partner, { nullable: true, description: "Shown to people who may read it." })
  partner: Partner | null;

  @Field(() => Int, { description: "Facts that count with other content from now on." })
  corrected: number;

  @Field(() => Int, { description: "Facts of closed periods, which the program does not allow to be corrected." })
  left: number;

  @Field(() => [DeclareOwnedCustomersUserError])
  userErrors: DeclareOwnedCustomersUserError[];
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
    return actions.declareOwnedCustomers(input).then((declared) => payloadOf(declared, load));
  }
}

function payloadOf(declared: OwnedCustomersDeclared, load: Context["load"]): DeclareOwnedCustomersPayload {
  const refusal = (code: DeclareOwnedCustomersErrorCode, field: string, message: string) => ({
    partner: null,
    corrected: 0,
    left: 0,
    userErrors: [{ code, field: ["input", field], message }],
  });
  switch (declared.kind) {
    case "PartnerUnknown":
      return refusal("PARTNER_UNKNOWN", "partnerId", "There is no such partner.");
    case "CustomersInvalid":
      return refusal(
        "CUSTOMERS_INVALID",
        "customers",
        `At most ${declared.limit} customers, each of 1 to 200 characters.`,
      );
    case "TooManyFacts":
      return refusal(
        "TOO_MANY_FACTS",
        "customers",
        `More than ${declared.limit} facts would have to be corrected: declare fewer customers at a time.`,
      );
    case "OwnedCustomersDeclared":
      return {
        partner: load.partner(declared.partnerId),
        corrected: declared.corrected,
        left: declared.left,
        userErrors: [],
      };
  }
}
