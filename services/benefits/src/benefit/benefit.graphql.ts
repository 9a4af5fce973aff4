import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
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

export const Benefit = objectType(
  "Benefit",
  "Something that the program gives.",
  {
    id: field.id(),
    name: field.string("Slug, for example `priority-support`."),
    title: field.string("Its name for people."),
    dimension: field.of(() => BenefitDimension, "What it helps a partner with.").as<BenefitNode["dimension"]>(),
    description: field.string("What it is, in the program's words; null where it does not say.").nullable(),
    why: field.string("Why the program gives it."),
    value: field.decimal("What one is worth to a partner a year, in the program's currency.").nullable(),
    owner: field.string("Who answers for it at the vendor.").nullable(),
    claim: field.string("How a partner claims it; null where it is simply there.").nullable(),
    per: field.string("What its quantity is counted over, such as `fiscal quarter`; null for a year.").nullable(),
    fulfilledWithinDays: field.int("Service level: days from an approved claim to its fulfilment.").nullable(),
    transition: field.string("What happens to it when the partner leaves the tier, in a sentence."),
    costText: field.hidden<string | null>(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Benefit = InstanceType<typeof Benefit>;

export const TierBenefit = objectType("TierBenefit", "What a tier gives of a benefit.", {
  benefit: field.of(() => Benefit, "What is given.").as<BenefitNode>(),
  quantity: field.int("How many; null where the benefit is not counted.").nullable(),
});
export type TierBenefit = InstanceType<typeof TierBenefit>;

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
