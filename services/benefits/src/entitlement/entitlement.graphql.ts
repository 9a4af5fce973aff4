import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Benefit, type BenefitNode } from "../benefit/index.js";
import { Partner } from "../entities.graphql.js";
import type { EntitlementReads } from "./entitlement.reads.js";

type Context = RequestContext<EntitlementReads>;

@ObjectType({ description: "A benefit that a partner holds, or held." })
export class Entitlement {
  @Field(() => ID)
  id: string;

  @Field(() => Benefit, { description: "What is held." })
  benefit: BenefitNode;

  @Field(() => String, { description: "Name of the tier that gave it." })
  tier: string;

  @Field(() => Int, { nullable: true, description: "How many; null where the benefit is not counted." })
  quantity: number | null;

  @Field(() => DateScalar, { description: "First day on which it is held." })
  grantedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "First day on which it is no longer held: to come where it is kept for a time. Null while the tier gives it.",
  })
  withdrawnOn: string | null;

  @Field(() => Boolean, { description: "Its tier was left, and it is held as long as was promised." })
  isInTransition: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "How many are used in the present period; null where it is not counted.",
  })
  used: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many are left in the present period; null where it is not counted, or held no more.",
  })
  left: number | null;
}

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
