import { refuse } from "@tiergraph/kit/subgraph/refuse";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import {
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
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
type IndicatorTiming = (typeof IndicatorTiming)[string];

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
type IndicatorUnitName = (typeof IndicatorUnitName)[string];

const IndicatorDimensionName = graphEnum("IndicatorDimension", ["none", "tier", "track", "region"], {
  description: "By what partners are grouped.",
  valuesConfig: {
    NONE: { description: "All partners together." },
    TIER: { description: "By the tier that is held at the end." },
    TRACK: { description: "By track; a partner of several counts in each." },
    REGION: { description: "By the partner's region." },
  },
});
type IndicatorDimensionName = (typeof IndicatorDimensionName)[string];

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
type IndicatorStepName = (typeof IndicatorStepName)[string];

@ObjectType({ description: "One indicator of one group of partners in one period." })
class IndicatorValue {
  @Field(() => Indicator, { description: "Which figure it is." })
  indicator: IndicatorName;

  @Field(() => IndicatorTiming, { description: "Whether it moves before results do, or is one." })
  timing: IndicatorTiming;

  @Field(() => IndicatorUnitName, { description: "What `value` is given in." })
  unit: IndicatorUnitName;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Money in major units of the program's currency, percent as a fraction of 1, to twelve digits. Null where there is nothing to divide by, which is not zero.",
  })
  value: string | null;
}

@ObjectType({ description: "The results of one group of partners in one period." })
class IndicatorGroup {
  @Field(() => String, { description: "The tier, track or region; `none` of those without one, empty for all." })
  name: string;

  @Field(() => DateScalar, { description: "First day of the period." })
  from: string;

  @Field(() => DateScalar, { description: "The day after the last." })
  to: string;

  @Field(() => Int, { nullable: true, description: `Null for analysts where they are fewer than ${MIN_GROUP_SIZE}.` })
  partners: number | null;

  @Field(() => [IndicatorValue], {
    nullable: true,
    description: `Withheld (null) from analysts below ${MIN_GROUP_SIZE} partners, and where it would give such a group away.`,
  })
  values: IndicatorValue[] | null;
}

@ObjectType({ description: "Where the partners that held a tier on a day are later." })
class TierProgression {
  @Field(() => String, { description: "Name of the tier that was held on `from`." })
  tier: string;

  @Field(() => Int, { nullable: true, description: `Withheld (null) from analysts below ${MIN_GROUP_SIZE}.` })
  partners: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of them, how many hold a higher tier on `to`. Withheld (null) where `partners` is.",
  })
  movedUp: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of them, how many hold a lower tier on `to`. Withheld (null) where `partners` is.",
  })
  movedDown: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of the partners, how many moved up; a fraction of 1." })
  progressionRate: string | null;
}

@ArgsType()
class PeriodArgs {
  @Field(() => DateScalar, { description: "First day; before `to`." })
  from: string;

  @Field(() => DateScalar, { description: "The day after the last." })
  to: string;
}

@ArgsType()
class IndicatorsArgs extends PeriodArgs {
  // No defaults in the schema: the subgraph would be given an enum's own name and not what it stands for.
  @Field(() => IndicatorDimensionName, { nullable: true, description: "All partners together if omitted." })
  by: IndicatorDimensionName | null | undefined;

  @Field(() => IndicatorStepName, {
    nullable: true,
    description: "`WHOLE` if omitted; at most 40 periods.",
  })
  step: IndicatorStepName | null | undefined;
}

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
