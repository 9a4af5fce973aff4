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
class HypotheticalAttributeInput {
  @Field(() => String, { description: "For example `sector`." })
  name: string;

  @Field(() => String, { description: "As `recordFacts` takes it." })
  value: string;
}

@InputType({ description: "A deal that would be won." })
class HypotheticalDealInput {
  @Field(() => DecimalScalar, { nullable: true, description: "In major units of the program's currency." })
  amount: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the customer; a measure that counts customers or caps them goes by it.",
  })
  customer: string | null;

  @Field(() => String, { nullable: true, description: "Name of the product." })
  product: string | null;

  @Field(() => [HypotheticalAttributeInput], {
    nullable: true,
    description: "Other named values that measures select by.",
  })
  attributes: HypotheticalAttributeInput[] | null;
}

@InputType({ description: "A certificate that would be earned." })
class HypotheticalCertificationInput {
  @Field(() => String, { description: "Level of the certification, for example `professional`." })
  level: string;

  @Field(() => ID, { nullable: true, description: "The person; a new person if omitted." })
  personId: string | null;

  @Field(() => String, { nullable: true, description: "Product of the certification, where measures count by it." })
  product: string | null;
}

@InputType({
  description: "A fact of any kind that would be recorded: what `recordFacts` takes, on the day that is judged.",
})
class HypotheticalFactInput {
  @Field(() => RecordedFactKind, { description: "What kind of fact it would be." })
  kind: RecordedFactKind;

  @Field(() => String, { nullable: true, description: "Of `DECLARED`: the kind as the program writes it." })
  declaredKind: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which it no longer holds." })
  until: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "In major units of the program's currency." })
  amount: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "As `recordFacts` takes it, such as seats, or an answer from 0 to 10.",
  })
  quantity: number | null;

  @Field(() => String, { nullable: true, description: "Name of the customer. Kinds that are about customers need it." })
  customer: string | null;

  @Field(() => String, { nullable: true, description: "Name of the product." })
  product: string | null;

  @Field(() => [HypotheticalAttributeInput], {
    nullable: true,
    description: "Other named values; those that the kind needs have to be there.",
  })
  attributes: HypotheticalAttributeInput[] | null;
}

@ArgsType()
class WhatIfArgs {
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
class HypotheticalMeasure {
  @Field(() => String, { description: "Name of the measure in the program." })
  measure: string;

  @Field(() => String, { description: "The measure's name for people." })
  title: string;

  @Field(() => MeasureUnitName, { description: "What `before` and `after` are given in." })
  unit: MeasureUnit;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The value on `on` without anything supposed; null where it has none.",
  })
  before: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The value on `on` with what is supposed; null where it has none.",
  })
  after: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: "What would be, if deals were won, certificates earned and other facts recorded. Nothing of it is.",
})
export class Hypothesis {
  @Field(() => ID)
  id: string;

  @Field(() => DateScalar, { description: "The day on which it would happen and be judged." })
  on: string;

  @Field(() => [HypotheticalMeasure], {
    description: "Every measure of the program in force that the viewer may read.",
  })
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
