import type { Program, Benefit as ProgramBenefit } from "@tiergraph/program/document/program";
import {
  Authorized,
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

export enum BenefitDimension {
  FINANCIAL = "financial",
  TECHNICAL_ENABLEMENT = "technical-enablement",
  GO_TO_MARKET = "go-to-market",
}
registerEnumType(BenefitDimension, { name: "BenefitDimension" });

@ObjectType({ description: "Something that the program gives." })
export class Benefit {
  @Field(() => String, { description: "Slug, for example `priority-support`." })
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => BenefitDimension)
  dimension!: BenefitDimension;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { description: "Why the program gives it." })
  why!: string;
}

@ObjectType({ description: "What a tier gives of a benefit." })
export class TierBenefit {
  @Field(() => Benefit)
  benefit!: Benefit;

  @Field(() => Int, { nullable: true, description: "How many; null where the benefit is not counted." })
  quantity!: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Tier {
  @Field(() => ID)
  id!: string;
}

export const benefitOf = (benefit: ProgramBenefit): Benefit => ({
  ...benefit,
  dimension: benefit.dimension as BenefitDimension,
}); // The same words.

/** What a tier of the program gives, in the order of the document. */
export function tierBenefitsOf(program: Program, tier: string): TierBenefit[] {
  const given = program.tiers.find(({ name }) => name === tier)?.benefits ?? [];
  return given.flatMap(({ benefit: name, quantity }) => {
    const benefit = program.benefits.find((candidate) => candidate.name === name);
    return benefit === undefined ? [] : { benefit: benefitOf(benefit), quantity };
  });
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
