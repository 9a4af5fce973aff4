import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { type MeasurementKey } from "@tiergraph/program/measure";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { AdjustmentKind } from "../adjustment/index.js";
import { Partner } from "../entities.graphql.js";
import { FactPageArgs } from "../fact/index.js";
import { EvidenceConnection } from "./evidence.graphql.js";
import type { MeasureReads } from "./measure.reads.js";
import { type MeasureUnit, UNITS } from "./measurement-node.js";

type Context = RequestContext<MeasureReads>;

export const MeasureUnitName = graphEnum("MeasureUnit", Object.values(UNITS), {
  description: "What the value of a measure is given in.",
  valuesConfig: {
    MONEY: { description: "Major units of the program's currency." },
    COUNT: { description: "A number of things, such as deals or people." },
    PERCENT: { description: "A fraction of 1: 0.25 is 25%." },
    POINTS: { description: "Points, as the program defines them." },
  },
});

const SeriesStepName = graphEnum("SeriesStep", ["day", "month", "quarter"], {
  description: "A `QUARTER` is one of the fiscal year.",
  valuesConfig: {
    DAY: { description: "One point for each day." },
    MONTH: { description: "One point for each calendar month." },
    QUARTER: { description: "One point for each quarter of the fiscal year." },
  },
});
type SeriesStepName = (typeof SeriesStepName)[string];

@ObjectType({ description: "A measure at the end of a day, month or quarter." })
class MeasurePoint {
  @Field(() => DateScalar, {
    description: "The day measured: the period's last, or the measurement's own day in its period.",
  })
  on: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "In the measure's unit; null where the measure has no value on that day.",
  })
  value: string | null;
}

@ObjectType({ description: "A measure of the facts of one value of an attribute alone." })
class MeasureGroup {
  @Field(() => String, { description: "The value of the attribute that the measure is grouped by." })
  name: string;

  @Field(() => DecimalScalar, { description: "In the measure's unit." })
  value: string;
}

@ObjectType({ description: "What counts of one customer, where a measure has a cap for each." })
class CappedCustomer {
  @Field(() => String, { nullable: true, description: "Null for the facts that name none: together one customer." })
  customer: string | null;

  @Field(() => DecimalScalar, { description: "Before the cap, in the measure's unit." })
  brought: string;

  @Field(() => DecimalScalar, { description: "What counts of it after the cap, in the measure's unit." })
  counted: string;

  @Field(() => String, {
    description: 'For example "600.00 USD of 1,500.00 USD: one customer counts for at most 40% of the whole."',
  })
  explanation: string;
}

@ObjectType({ description: "How the cap of a measure for each customer worked out." })
class MeasureCap {
  @Field(() => DecimalScalar, { description: "What all customers brought together." })
  whole: string;

  @Field(() => DecimalScalar, { description: "The most that counts of one." })
  most: string;

  @Field(() => [CappedCustomer], { description: "The hundred that brought most, the largest first." })
  customers: CappedCustomer[];
}

@ObjectType({ description: "An adjustment that touched the days that count." })
class MeasureAdjustment {
  @Field(() => ID)
  id: string;

  @Field(() => AdjustmentKind, { description: "Whether days are multiplied or excused." })
  kind: AdjustmentKind;

  @Field(() => DateScalar, { description: "First day of the adjusted period." })
  from: string;

  @Field(() => DateScalar, { description: "The day after the last." })
  to: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Null where days are excused." })
  factor: string | null;

  @Field(() => String, { description: "Why the period is adjusted, as it was proposed." })
  why: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The value of the measure without any adjustment; null where it then has no value.",
  })
  unadjusted: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "The value of one measure of one partner on one day." })
export class Measurement {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Name of the measure in the program." })
  measure: string;

  @Field(() => String, { description: "The measure's name for people." })
  title: string;

  @Field(() => MeasureUnitName, { description: "What `value` is given in." })
  unit: MeasureUnit;

  @Field(() => String, {
    description: "What it counts, in a sentence: of what, over which days, less what, under which cap.",
  })
  counts: string;

  @Field(() => DateScalar, { description: "The day that was measured." })
  asOf: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "By what was known then; null for what is known now." })
  knownAt: Date | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Money in major units, percent as a fraction of 1, to twelve digits after the point. Null where there is none, which is not zero: a ratio over nothing, a median of no facts.",
  })
  value: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what was divided." })
  numerator: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what it was divided by." })
  denominator: string | null;

  @Field(() => DateScalar, { nullable: true, description: "First day that counts; null for the beginning of time." })
  from: string | null;

  @Field(() => DateScalar, { description: "The day after the last one that counts." })
  to: string;

  @Field(() => [MeasureGroup], {
    nullable: true,
    description: "The name of the attribute that the measure is grouped by; null where the measure is a single number.",
  })
  groups: MeasureGroup[] | null;

  @Field(() => [MeasureAdjustment], { description: "What was adjusted, and why; empty where nothing was." })
  adjustments: MeasureAdjustment[];

  key: MeasurementKey;
}

@ArgsType()
class MeasuresArgs {
  @Field(() => [String], { nullable: true, description: "Names of measures; all of the program if omitted." })
  names: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: "Today if omitted." })
  asOf: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "By what was known at this moment, before later facts, corrections and adjustments; by what is known now if omitted. Percentiles then have no value.",
  })
  knownAt: Date | null | undefined;
}

@Resolver(() => Measurement)
export class MeasurementResolver {
  @FieldResolver(() => [MeasurePoint], {
    description: "The same measure at the end of each of the last days, months or quarters, oldest first.",
  })
  series(
    @Root() { key }: Measurement,
    @Arg("step", () => SeriesStepName, { nullable: true, description: "`MONTH` if omitted." })
    step: SeriesStepName | null | undefined,
    @Arg("points", () => Int, { defaultValue: 12, description: "1 to 92, including the measurement's own period." })
    points: number,
    @Ctx() { load }: Context,
  ): Promise<MeasurePoint[]> {
    return load.series(key, { step: step ?? "month", points });
  }

  @FieldResolver(() => [MeasurePoint], {
    description: "The same measure at the end of each of the last months, oldest first.",
    deprecationReason: "use `series`; goes on 2027-06-01",
  })
  history(
    @Root() { key }: Measurement,
    @Arg("months", () => Int, { defaultValue: 12, description: "1 to 92, including the measurement's own month." })
    months: number,
    @Ctx() { load }: Context,
  ): Promise<MeasurePoint[]> {
    return load.series(key, { step: "month", points: months });
  }

  @FieldResolver(() => MeasureCap, {
    nullable: true,
    description: "Null where the measure has no cap for each customer, and by what was known then.",
  })
  cap(@Root() { key }: Measurement, @Ctx() { load }: Context): Promise<MeasureCap | null> {
    return load.measureCap(key);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Of a measure that recounts closed periods (`late: recount`): how many of its facts came or were taken back after theirs had closed. Null where none did, and by what was known then.",
  })
  notice(@Root() { key }: Measurement, @Ctx() { load }: Context): Promise<string | null> {
    return load.recounted(key);
  }

  @FieldResolver(() => EvidenceConnection, { description: "The facts that were counted, earliest first." })
  evidence(
    @Root() { key }: Measurement,
    @Args(() => FactPageArgs) page: FactPageArgs,
    @Ctx() { load }: Context,
  ): Promise<EvidenceConnection> {
    return load.evidence(key, page);
  }
}

@Resolver(() => Partner)
export class MeasuredPartnerResolver {
  @FieldResolver(() => [Measurement], {
    nullable: true,
    description: "What the program measures of the partner; empty before its publication.",
  })
  measures(
    @Root() { id }: Partner,
    @Args(() => MeasuresArgs) args: MeasuresArgs,
    @Ctx() { load }: Context,
  ): Promise<Measurement[]> {
    return load.measures(id, args);
  }
}
