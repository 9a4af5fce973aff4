import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { NextStep, Partner } from "../entities.graphql.js";
import { type MeasureUnit, MeasureUnitName } from "../measure/index.js";
import { RecordedFactKind } from "../recording/index.js";
import type { HypothesisReads } from "./hypothesis.reads.js";

type Context = RequestContext<HypothesisReads>;

const HypotheticalAttributeInput = inputType(
  "HypotheticalAttributeInput",
  "An attribute of a fact, such as its region.",
  {
    name: field.string("For example `sector`."),
    value: field.string("As `recordFacts` takes it."),
  },
);

const HypotheticalDealInput = inputType("HypotheticalDealInput", "A deal that would be won.", {
  amount: field.decimal("In major units of the program's currency.").nullable(),
  customer: field.string("Name of the customer; a measure that counts customers or caps them goes by it.").nullable(),
  product: field.string("Name of the product.").nullable(),
  attributes: field
    .of(() => HypotheticalAttributeInput, "Other named values that measures select by.")
    .list()
    .nullable(),
});

const HypotheticalCertificationInput = inputType(
  "HypotheticalCertificationInput",
  "A certificate that would be earned.",
  {
    level: field.string("Level of the certification, for example `professional`."),
    personId: field.id("The person; a new person if omitted.").nullable(),
    product: field.string("Product of the certification, where measures count by it.").nullable(),
  },
);

const HypotheticalFactInput = inputType(
  "HypotheticalFactInput",
  "A fact of any kind that would be recorded: what `recordFacts` takes, on the day that is judged.",
  {
    kind: field.of(() => RecordedFactKind, "What kind of fact it would be."),
    declaredKind: field.string("Of `DECLARED`: the kind as the program writes it.").nullable(),
    until: field.date("The first day on which it no longer holds.").nullable(),
    amount: field.decimal("In major units of the program's currency.").nullable(),
    quantity: field.int("As `recordFacts` takes it, such as seats, or an answer from 0 to 10.").nullable(),
    customer: field.string("Name of the customer. Kinds that are about customers need it.").nullable(),
    product: field.string("Name of the product.").nullable(),
    attributes: field
      .of(() => HypotheticalAttributeInput, "Other named values; those that the kind needs have to be there.")
      .list()
      .nullable(),
  },
);

const WhatIfArgs = argsType({
  deals: field
    .of(() => HypotheticalDealInput, "At most 100.")
    .list()
    .nullable(),
  certifications: field
    .of(() => HypotheticalCertificationInput, "At most 100.")
    .list()
    .nullable(),
  facts: field
    .of(() => HypotheticalFactInput, "Facts of any kind that counts, such as seats or subscriptions; at most 100.")
    .list()
    .nullable(),
  on: field.date("The day on which it would happen and be judged; today if omitted, at most a year on.").nullable(),
});
type WhatIfArgs = InstanceType<typeof WhatIfArgs>;

const HypotheticalMeasure = objectType("HypotheticalMeasure", "A measure as it is, and as it would be.", {
  measure: field.string("Name of the measure in the program."),
  title: field.string("The measure's name for people."),
  unit: field.of(() => MeasureUnitName, "What `before` and `after` are given in.").as<MeasureUnit>(),
  before: field.decimal("The value on `on` without anything supposed; null where it has none.").nullable(),
  after: field.decimal("The value on `on` with what is supposed; null where it has none.").nullable(),
});

export const Hypothesis = objectType(
  "Hypothesis",
  "What would be, if deals were won, certificates earned and other facts recorded. Nothing of it is.",
  {
    id: field.id(),
    on: field.date("The day on which it would happen and be judged."),
    measures: field
      .of(() => HypotheticalMeasure, "Every measure of the program in force that the viewer may read.")
      .list(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Hypothesis = InstanceType<typeof Hypothesis>;

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
