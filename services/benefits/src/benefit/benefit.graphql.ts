import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Tier } from "../entities.graphql.js";
import { policy } from "../policy.js";
import { Authorized } from "../values.graphql.js";
import type { BenefitNode, BenefitReads } from "./benefit.reads.js";

type Context = RequestContext<BenefitReads>;

export const BenefitDimension = graphEnum("BenefitDimension", ["financial", "technical-enablement", "go-to-market"], {
  description: "What a benefit helps a partner with.",
  valuesConfig: {
    FINANCIAL: { description: "Money, or what is worth money." },
    TECHNICAL_ENABLEMENT: { description: "Learning and building." },
    GO_TO_MARKET: { description: "Selling and marketing." },
  },
});

@ObjectType({ description: "Something that the program gives." })
export class Benefit {
  @Field(() => String, { description: "Slug, for example `priority-support`." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => BenefitDimension, { description: "What it helps a partner with." })
  dimension: BenefitNode["dimension"];

  @Field(() => String, {
    nullable: true,
    description: "What it is, in the program's words; null where it does not say.",
  })
  description: string | null;

  @Field(() => String, { description: "Why the program gives it." })
  why: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What one is worth to a partner a year, in the program's currency.",
  })
  value: string | null;

  @Field(() => String, { nullable: true, description: "Who answers for it at the vendor." })
  owner: string | null;

  @Field(() => String, { nullable: true, description: "How a partner claims it; null where it is simply there." })
  claim: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What its quantity is counted over, such as `fiscal quarter`; null for a year.",
  })
  per: string | null;

  @Field(() => Int, { nullable: true, description: "Service level: days from an approved claim to its fulfilment." })
  fulfilledWithinDays: number | null;

  @Field(() => String, { description: "What happens to it when the partner leaves the tier, in a sentence." })
  transition: string;

  costText: string | null;
}

@ObjectType({ description: "What a tier gives of a benefit." })
export class TierBenefit {
  @Field(() => Benefit, { description: "What is given." })
  benefit: BenefitNode;

  @Field(() => Int, { nullable: true, description: "How many; null where the benefit is not counted." })
  quantity: number | null;
}

@Resolver(() => Benefit)
export class BenefitResolver {
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "What one costs the vendor a year, in the program's currency; null for partners and their managers.",
  })
  cost(@Root() { costText }: Benefit, @Ctx() { viewer }: Context): string | null {
    return policy.permits(viewer, "read costs") ? costText : null;
  }
}

@Resolver()
export class CatalogueResolver {
  @Authorized("read the catalogue")
  @Query(() => [Benefit], { nullable: true, description: "The benefits of the program in force." })
  benefits(@Ctx() { load }: Context): Promise<Benefit[]> {
    return load.benefits();
  }
}

@Resolver(() => Tier)
export class TierBenefitsResolver {
  @FieldResolver(() => [TierBenefit], { nullable: true, description: "What the tier gives." })
  benefits(@Root() { id }: Tier, @Ctx() { load }: Context): Promise<TierBenefit[]> {
    return load.tierBenefits(id);
  }
}
