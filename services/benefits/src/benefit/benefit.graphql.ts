import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { Benefit as ProgramBenefit } from "@tiergraph/program/document/benefits";
import type { Program } from "@tiergraph/program/document/program";
import { decimalOfText, formatForReading, toExactString } from "@tiergraph/program/exact";
import {
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { policy } from "../policy.js";
import { Authorized } from "../values.graphql.js";

export enum BenefitDimension {
  FINANCIAL = "financial",
  TECHNICAL_ENABLEMENT = "technical-enablement",
  GO_TO_MARKET = "go-to-market",
}
registerEnumType(BenefitDimension, { name: "BenefitDimension" });

@ObjectType({ description: "Something that the program gives." })
export class Benefit {
  @Field(() => String, { description: "Slug, for example `priority-support`." })
  name: string;

  @Field(() => String)
  title: string;

  @Field(() => BenefitDimension)
  dimension: BenefitDimension;

  @Field(() => String, { nullable: true })
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
  @Field(() => Benefit)
  benefit: Benefit;

  @Field(() => Int, { nullable: true, description: "How many; null where the benefit is not counted." })
  quantity: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Tier {
  @Field(() => ID)
  id: string;
}

export const benefitOf = (benefit: ProgramBenefit): Benefit => {
  const { name, title, description, why, value, cost, owner, claim, per, fulfilledWithinDays } = benefit;
  return {
    name,
    title,
    description,
    why,
    owner,
    claim,
    per,
    fulfilledWithinDays,
    dimension: benefit.dimension as BenefitDimension, // The same words.
    value: value && decimalOfText(toExactString(value)),
    costText: cost && decimalOfText(toExactString(cost)),
    transition: transitionInWords(benefit),
  };
};

function transitionInWords({ transition: { keeps, isAsPromised } }: ProgramBenefit): string {
  const promised = isAsPromised ? ", as promised when it was granted" : "";
  switch (keeps.kind) {
    case "at-once":
      return "Ends with the tier.";
    case "days":
      return `Kept for ${keeps.days} days after the tier is left${promised}.`;
    case "until":
      return `Kept until ${formatForReading(keeps.day)}${promised}.`;
    case "period-end":
      return `Kept until the end of its period${promised}.`;
  }
}

/** What a tier of the program gives, in the order of the document. */
export function tierBenefitsOf(program: Program, tier: string): TierBenefit[] {
  const given = program.tiers.find(({ name }) => name === tier)?.benefits ?? [];
  return given.flatMap(({ benefit: name, quantity }) => {
    const benefit = program.benefits.find((candidate) => candidate.name === name);
    return benefit === undefined ? [] : { benefit: benefitOf(benefit), quantity };
  });
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
