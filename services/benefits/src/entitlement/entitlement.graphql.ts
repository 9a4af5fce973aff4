import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Benefit, type BenefitNode } from "../benefit/index.js";
import { Partner } from "../entities.graphql.js";
import type { EntitlementReads } from "./entitlement.reads.js";

type Context = RequestContext<EntitlementReads>;

export const Entitlement = objectType("Entitlement", "A benefit that a partner holds, or held.", {
  id: field.id(),
  benefit: field.of(() => Benefit, "What is held.").as<BenefitNode>(),
  tier: field.string("Name of the tier that gave it."),
  quantity: field.int("How many; null where the benefit is not counted.").nullable(),
  grantedOn: field.date("First day on which it is held."),
  withdrawnOn: field
    .date("First day on which it is no longer held: to come where it is kept for a time. Null while the tier gives it.")
    .nullable(),
  isInTransition: field.boolean("Its tier was left, and it is held as long as was promised."),
  used: field.int("How many are used in the present period; null where it is not counted.").nullable(),
  left: field.int("How many are left in the present period; null where it is not counted, or held no more.").nullable(),
});
export type Entitlement = InstanceType<typeof Entitlement>;

@Resolver(() => Partner)
export class BenefitingPartnerResolver {
  @FieldResolver(() => [Entitlement], {
    nullable: true,
    description: "What the partner's tier gives it, longest held first.",
  })
  entitlements(
    @Root() { id }: Partner,
    @Arg("includeWithdrawn", () => Boolean, {
      defaultValue: false,
      description: "Those that are no longer held, too; false if omitted.",
    })
    includeWithdrawn: boolean,
    @Ctx() { load }: Context,
  ): Promise<Entitlement[]> {
    return load.entitlements(id, includeWithdrawn);
  }
}
