import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Benefit } from "../benefit/benefit.graphql.js";
import type { Context } from "../context.js";
import { Rewards } from "../ledger/rewards.graphql.js";
import type { EntitlementRow } from "./entitlement.entity.js";
import { isHeldOn } from "./is-held-on.js";

@ObjectType({ description: "A benefit that a partner holds, or held." })
export class Entitlement {
  @Field(() => ID)
  id: string;

  @Field(() => Benefit)
  benefit: Benefit;

  @Field(() => String, { description: "Name of the tier that gave it." })
  tier: string;

  @Field(() => Int, { nullable: true, description: "How many; null where the benefit is not counted." })
  quantity: number | null;

  @Field(() => DateScalar)
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

export const entitlementOf = (
  row: EntitlementRow,
  { benefit, used, today }: { benefit: Benefit; used: number; today: string },
): Entitlement => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.entitlementId }),
  benefit,
  tier: row.tier,
  quantity: row.quantity,
  grantedOn: row.grantedOn,
  withdrawnOn: row.withdrawnOn,
  isInTransition: row.withdrawnOn !== null && row.withdrawnOn > today,
  used: row.quantity === null ? null : used,
  left: row.quantity === null || !isHeldOn(row, today) ? null : Math.max(0, row.quantity - used),
});

@Directive('@key(fields: "id")')
@ObjectType()
export class Partner {
  @Field(() => ID)
  id: string;
}

@Resolver(() => Partner)
export class BenefitingPartnerResolver {
  @FieldResolver(() => [Entitlement], {
    nullable: true,
    description: "What the partner's tier gives it, longest held first.",
  })
  entitlements(
    @Root() { id }: Partner,
    @Arg("includeWithdrawn", () => Boolean, { defaultValue: false }) includeWithdrawn: boolean,
    @Ctx() { load }: Context,
  ): Promise<Entitlement[]> {
    return load.entitlements(id, includeWithdrawn);
  }

  @FieldResolver(() => Rewards, { nullable: true })
  rewards(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<Rewards | null> {
    return load.rewards.load(id);
  }
}
