import { refuse } from "@tiergraph/kit/subgraph/refuse";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root, registerEnumType } from "type-graphql";
import { Cohort, Partner } from "../entities.graphql.js";
import { Authorized } from "../values.graphql.js";
import type { IndicatorReads } from "./indicator.reads.js";
import { INDICATOR_NAMES, type IndicatorName } from "./indicators-of.js";
import { MIN_GROUP_SIZE } from "./withhold.js";

type Context = RequestContext<IndicatorReads>;

const Indicator = Object.fromEntries(INDICATOR_NAMES.map((name) => [name, name])) as {
  readonly [Name in IndicatorName]: Name; // Each by its own name.
};
registerEnumType(Indicator, {
  name: "Indicator",
  valuesConfig: {
    PIPELINE_VELOCITY: { description: "Open deals × win rate × average won deal ÷ sales cycle: what comes in a day." },
    WIN_RATE: { description: "Won deals, of those that were won or lost in the period." },
    AVERAGE_DEAL: { description: "Of won deals, as far as partners are credited with them." },
    SALES_CYCLE: { description: "Days from opening to winning, on average." },
    OPEN_DEALS: { description: "Deals that are open today and were so by the end of the period." },
    LEAD_CONVERSION: { description: "Leads that were converted, of those that were created in the period." },
    INTEGRATION_ADOPTION: { description: "Customers that adopted an integration, of active customers." },
    GROSS_RETENTION: {
      description: "Of the recurring revenue with which customers began, what is left after contraction and churn.",
    },
    NET_RETENTION: { description: "The same with what those customers expanded; new customers do not count." },
    RENEWAL_RATE: { description: "Customers that renewed, of those that renewed or left." },
    NPS: { description: "Promoters (9, 10) less detractors (0 to 6), of a hundred answers." },
    LEAD_CONVERSION_TIME: {
      description:
        "Days from a lead to its conversion, on average over the leads converted in the period of which both days are known.",
    },
    WON_DEALS: { description: "Deals that were won in the period; one that several partners share is one deal." },
    WON_AMOUNT: { description: "What was won in the period, as far as partners are credited with it." },
  },
  description: "A figure of how partners do, for a period.",
});

const IndicatorTiming = graphEnum("IndicatorTiming", ["leading", "lagging"], {
  description: "How an indicator relates to results.",
  valuesConfig: {
    LEADING: { description: "It moves before results do." },
    LAGGING: { description: "It is a result." },
  },
});

const IndicatorUnitName = graphEnum("IndicatorUnit", ["money", "count", "percent", "days", "points"], {
  description: "What the value of an indicator is given in.",
  valuesConfig: {
    MONEY: { description: "Major units of the program's currency." },
    COUNT: { description: "A number of things, such as deals." },
    PERCENT: { description: "A fraction of 1: 0.25 is 25%." },
    DAYS: { description: "Days, with a fraction." },
    POINTS: { description: "Points of a hundred, -100 to 100." },
  },
});

const IndicatorDimensionName = graphEnum("IndicatorDimension", ["none", "tier", "track", "region"], {
  description: "By what partners are grouped.",
  valuesConfig: {
    NONE: { description: "All partners together." },
    TIER: { description: "By the tier that is held at the end." },
    TRACK: { description: "By track; a partner of several counts in each." },
    REGION: { description: "By the partner's region." },
  },
});

const IndicatorStepName = graphEnum("IndicatorStep", ["whole", "month", "quarter"], {
  description: "A `QUARTER` is one of the fiscal year.",
  valuesConfig: {
    WHOLE: { description: "All days are one period." },
    MONTH: {
      description: "One period for each calendar month, the first and the last cut where the days begin and end.",
    },
    QUARTER: {
      description:
        "One period for each quarter of the fiscal year, the first and the last cut where the days begin and end.",
    },
  },
});

const IndicatorValue = objectType("IndicatorValue", "One indicator of one group of partners in one period.", {
  indicator: field.of(() => Indicator, "Which figure it is.").as<IndicatorName>(),
  timing: field.of(() => IndicatorTiming, "Whether it moves before results do, or is one."),
  unit: field.of(() => IndicatorUnitName, "What `value` is given in."),
  value: field
    .decimal(
      "Money in major units of the program's currency, percent as a fraction of 1, to twelve digits. Null where there is nothing to divide by, which is not zero.",
    )
    .nullable(),
});

const IndicatorGroup = objectType("IndicatorGroup", "The results of one group of partners in one period.", {
  name: field.string("The tier, track or region; `none` of those without one, empty for all."),
  from: field.date("First day of the period."),
  until: field.date("The first day after."),
  partners: field.int(`Null for analysts where they are fewer than ${MIN_GROUP_SIZE}.`).nullable(),
  values: field
    .of(
      () => IndicatorValue,
      `Withheld (null) from analysts below ${MIN_GROUP_SIZE} partners, and where it would give such a group away.`,
    )
    .list()
    .nullable(),
});
type IndicatorGroup = InstanceType<typeof IndicatorGroup>;

const TierProgression = objectType("TierProgression", "Where the partners that held a tier on a day are later.", {
  tier: field.string("Name of the tier that was held on `from`."),
  partners: field.int(`Withheld (null) from analysts below ${MIN_GROUP_SIZE}.`).nullable(),
  movedUp: field
    .int("Of them, how many hold a higher tier on `until`. Withheld (null) where `partners` is.")
    .nullable(),
  movedDown: field
    .int("Of them, how many hold a lower tier on `until`. Withheld (null) where `partners` is.")
    .nullable(),
  progressionRate: field.decimal("Of the partners, how many moved up; a fraction of 1.").nullable(),
});
type TierProgression = InstanceType<typeof TierProgression>;

const PeriodArgs = argsType({
  from: field.date("First day; before `until`."),
  until: field.date("The first day after."),
});
type PeriodArgs = InstanceType<typeof PeriodArgs>;

const IndicatorsArgs = argsType({
  ...PeriodArgs.fields,
  // No defaults in the schema: the subgraph would be given an enum's own name and not what it stands for.
  by: field.of(() => IndicatorDimensionName, "All partners together if omitted.").nullable(),
  step: field.of(() => IndicatorStepName, "`WHOLE` if omitted; at most 40 periods.").nullable(),
});
type IndicatorsArgs = InstanceType<typeof IndicatorsArgs>;

@Resolver()
export class IndicatorResolver {
  @Authorized("read indicators")
  @Query(() => [IndicatorGroup], {
    nullable: true,
    description: "Leading and lagging indicators of all partners, by period and group.",
  })
  indicators(@Args(() => IndicatorsArgs) args: IndicatorsArgs, @Ctx() { load }: Context): Promise<IndicatorGroup[]> {
    return load.indicators(args);
  }

  @Authorized("read indicators")
  @Query(() => [TierProgression], {
    nullable: true,
    description: "How many partners of each tier moved up or down between two days, lowest tier first.",
  })
  tierProgression(@Args(() => PeriodArgs) days: PeriodArgs, @Ctx() { load }: Context): Promise<TierProgression[]> {
    return load.tierProgression(days);
  }
}

@Resolver(() => Cohort)
export class CohortIndicatorResolver {
  @Authorized("read indicators")
  @Directive('@requires(fields: "memberIds")')
  @FieldResolver(() => [IndicatorGroup], {
    nullable: true,
    description: "Indicators of those who are in the cohort now, by period and group; of at most 10,000 partners.",
  })
  indicators(
    @Root() { memberIds }: Cohort,
    @Args(() => IndicatorsArgs) args: IndicatorsArgs,
    @Ctx() { load }: Context,
  ): Promise<IndicatorGroup[]> {
    return memberIds === null
      ? refuse("BAD_USER_INPUT", "The cohort has more than 10,000 partners: report on a smaller one.")
      : load.indicators(args, memberIds);
  }
}

@Resolver(() => Partner)
export class PartnerIndicatorResolver {
  @FieldResolver(() => IndicatorGroup, { nullable: true, description: "The same indicators of the partner alone." })
  indicators(
    @Root() { id }: Partner,
    @Args(() => PeriodArgs) days: PeriodArgs,
    @Ctx() { load }: Context,
  ): Promise<IndicatorGroup | null> {
    return load.partnerIndicators(id, days);
  }
}
