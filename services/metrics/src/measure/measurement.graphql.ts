import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import type { MeasurementKey } from "@tiergraph/program/measure";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdjustmentKind } from "../adjustment/index.js";
import { Partner } from "../entities.graphql.js";
import { PageArgs } from "../values.graphql.js";
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

const MeasurePoint = objectType("MeasurePoint", "A measure at the end of a day, month or quarter.", {
  on: field.date("The day measured: the period's last, or the measurement's own day in its period."),
  value: field.decimal("In the measure's unit; null where the measure has no value on that day.").nullable(),
});
type MeasurePoint = InstanceType<typeof MeasurePoint>;

const MeasureGroup = objectType("MeasureGroup", "A measure of the facts of one value of an attribute alone.", {
  name: field.string("The value of the attribute that the measure is grouped by."),
  value: field.decimal("In the measure's unit."),
});

const CappedCustomer = objectType(
  "CappedCustomer",
  "What counts of one customer, where a measure has a cap for each.",
  {
    customer: field.string("Null for the facts that name none: together one customer.").nullable(),
    brought: field.decimal("Before the cap, in the measure's unit."),
    counted: field.decimal("What counts of it after the cap, in the measure's unit."),
    explanation: field.string(
      'For example "600.00 USD of 1,500.00 USD: one customer counts for at most 40% of the whole."',
    ),
  },
);

const MeasureCap = objectType("MeasureCap", "How the cap of a measure for each customer worked out.", {
  whole: field.decimal("What all customers brought together."),
  most: field.decimal("The most that counts of one."),
  customers: field.of(() => CappedCustomer, "The hundred that brought most, the largest first.").list(),
});
type MeasureCap = InstanceType<typeof MeasureCap>;

const MeasureAdjustment = objectType("MeasureAdjustment", "An adjustment that touched the days that count.", {
  id: field.id(),
  kind: field.of(() => AdjustmentKind, "Whether days are multiplied or excused."),
  from: field.date("First day of the adjusted period."),
  until: field.date("The first day after."),
  factor: field.decimal("Null where days are excused.").nullable(),
  reason: field.string("Why the period is adjusted, as it was proposed.").personal(),
  unadjusted: field
    .decimal("The value of the measure without any adjustment; null where it then has no value.")
    .nullable(),
});

/** What a measurement comes to: worked out once a field asks for it. */
type Measured<Value> = () => Promise<Value>;

export const Measurement = objectType(
  "Measurement",
  "The value of one measure of one partner on one day.",
  {
    id: field.id(),
    measure: field.string("Name of the measure in the program."),
    title: field.string("The measure's name for people."),
    unit: field.of(() => MeasureUnitName, "What `value` is given in.").as<MeasureUnit>(),
    counts: field
      .string("What it counts, in a sentence: of what, over which days, less what, under which cap.")
      .as<() => string>(),
    asOf: field.date("The day that was measured."),
    knownAt: field.dateTime("By what was known then; null for what is known now.").nullable(),
    value: field
      .decimal(
        "Money in major units, percent as a fraction of 1, to twelve digits after the point. Null where there is none, which is not zero: a ratio over nothing, a median of no facts.",
      )
      .as<Measured<string | null>>()
      .nullable(),
    numerator: field.decimal("Of a ratio: exactly what was divided.").as<Measured<string | null>>().nullable(),
    denominator: field.decimal("Of a ratio: exactly what it was divided by.").as<Measured<string | null>>().nullable(),
    from: field.date("First day that counts; null for the beginning of time.").as<Measured<string | null>>().nullable(),
    until: field.date("The first day after those that count.").as<Measured<string>>(),
    groups: field
      .of(
        () => MeasureGroup,
        "The name of the attribute that the measure is grouped by; null where the measure is a single number.",
      )
      .list()
      .as<Measured<readonly object[] | null>>()
      .nullable(),
    adjustments: field
      .of(() => MeasureAdjustment, "What was adjusted, and why; empty where nothing was.")
      .list()
      .as<Measured<readonly object[]>>(),
    key: field.hidden<MeasurementKey>(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Measurement = InstanceType<typeof Measurement>;

const MeasuresArgs = argsType({
  names: field.string("Names of measures; all of the program if omitted.").list().nullable(),
  asOf: field.date("Today if omitted.").nullable(),
  knownAt: field
    .dateTime(
      "By what was known at this moment, before later facts, corrections and adjustments; by what is known now if omitted. Percentiles then have no value.",
    )
    .nullable(),
});
type MeasuresArgs = InstanceType<typeof MeasuresArgs>;

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
    @Args(() => PageArgs) page: PageArgs,
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
