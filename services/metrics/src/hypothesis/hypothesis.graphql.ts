import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import {
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { NextStep, Partner } from "../entities.graphql.js";
import { type MeasureUnit, MeasureUnitName } from "../measure/index.js";
import { RecordedFactKind } from "../recording/index.js";
import type { HypothesisReads } from "./hypothesis.reads.js";

type Context = RequestContext<HypothesisReads>;

@InputType({ description: "An attribute of a fact, such as its region." })
export class HypotheticalAttributeInput {
  @Field(() => String)
  name: string;

  @Field(() => String)
  value: string;
}

@InputType({ description: "A deal that would be won." })
export class HypotheticalDealInput {
  @Field(() => DecimalScalar, { nullable: true, description: "In major units of the program's currency." })
  amount: string | null;

  @Field(() => String, { nullable: true })
  customer: string | null;

  @Field(() => String, { nullable: true })
  product: string | null;

  @Field(() => [HypotheticalAttributeInput], { nullable: true })
  attributes: HypotheticalAttributeInput[] | null;
}

@InputType({ description: "A certificate that would be earned." })
export class HypotheticalCertificationInput {
  @Field(() => String)
  level: string;

  @Field(() => ID, { nullable: true, description: "The person; a new person if omitted." })
  personId: string | null;

  @Field(() => String, { nullable: true })
  product: string | null;
}

@InputType({
  description: "A fact of any kind that would be recorded: what `recordFacts` takes, on the day that is judged.",
})
export class HypotheticalFactInput {
  @Field(() => RecordedFactKind)
  kind: RecordedFactKind;

  @Field(() => String, { nullable: true, description: "Of `DECLARED`: the kind as the program writes it." })
  declaredKind: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which it no longer holds." })
  until: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "In major units of the program's currency." })
  amount: string | null;

  @Field(() => Int, { nullable: true })
  quantity: number | null;

  @Field(() => String, { nullable: true })
  customer: string | null;

  @Field(() => String, { nullable: true })
  product: string | null;

  @Field(() => [HypotheticalAttributeInput], { nullable: true })
  attributes: HypotheticalAttributeInput[] | null;
}

@ArgsType()
export class WhatIfArgs {
  @Field(() => [HypotheticalDealInput], { nullable: true, description: "At most 100." })
  deals: HypotheticalDealInput[] | null;

  @Field(() => [HypotheticalCertificationInput], { nullable: true, description: "At most 100." })
  certifications: HypotheticalCertificationInput[] | null;

  @Field(() => [HypotheticalFactInput], {
    nullable: true,
    description: "Facts of any kind that counts, such as seats or subscriptions; at most 100.",
  })
  facts: HypotheticalFactInput[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it would happen and be judged; today if omitted, at most a year on.",
  })
  on: string | null;
}

@ObjectType({ description: "A measure as it is, and as it would be." })
export class HypotheticalMeasure {
  @Field(() => String)
  measure: string;

  @Field(() => String)
  title: string;

  @Field(() => MeasureUnitName)
  unit: MeasureUnit;

  @Field(() => DecimalScalar, { nullable: true })
  before: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  after: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: "What would be, if deals were won, certificates earned and other facts recorded. Nothing of it is.",
})
export class Hypothesis {
  @Field(() => ID)
  id: string;

  @Field(() => DateScalar)
  on: string;

  @Field(() => [HypotheticalMeasure])
  measures: HypotheticalMeasure[];
}

@Resolver(() => NextStep)
export class NextStepResolver {
  @FieldResolver(() => Hypothesis, {
    nullable: true,
    description: "What the partner would measure, and which tier it would have, if the person had done it today (UTC).",
  })
  outcome(@Root() { id }: NextStep, @Ctx() { load }: Context): Promise<Hypothesis | null> | null {
    return load.nextStepOutcome(id);
  }
}

@Resolver(() => Partner)
export class HypothesisResolver {
  @FieldResolver(() => Hypothesis, {
    nullable: true,
    description: "What the partner would measure, and which tier it would have, if …",
  })
  whatIf(
    @Root() { id }: Partner,
    @Args(() => WhatIfArgs) args: WhatIfArgs,
    @Ctx() { load }: Context,
  ): Promise<Hypothesis | null> {
    return load.whatIf(id, args);
  }
}
