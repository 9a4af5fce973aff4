import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { knownCalendarDate } from "@tiergraph/program/exact";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { OnboardingActions } from "./actions.js";
import type { OnboardingReads } from "./onboarding.reads.js";
import type { PlanRow } from "./onboarding-plan.entity.js";
import type { StepRow } from "./onboarding-step.entity.js";
import { healthOf, stepStateOf } from "./plan-health.js";

type Context = RequestContext<OnboardingReads, OnboardingActions>;

const StepState = graphEnum("OnboardingStepState", ["DONE", "BLOCKED", "WAITING", "OPEN"], {
  description: "Whether a step is done, or can be.",
  valuesConfig: {
    DONE: { description: "It is done." },
    BLOCKED: { description: "A person reported an obstacle." },
    WAITING: { description: "A step before it is not done." },
    OPEN: { description: "It can be done now." },
  },
});
type StepState = (typeof StepState)[string];
const StepOwner = graphEnum("OnboardingStepOwner", ["PARTNER", "VENDOR"], {
  description: "Who does a step.",
  valuesConfig: { PARTNER: { description: "The partner." }, VENDOR: { description: "The vendor." } },
});
type StepOwner = (typeof StepOwner)[string];
const DoneBecause = graphEnum("OnboardingDoneBecause", ["COURSE", "FACT", "VALIDATION", "HAND"], {
  description: "What completed a step.",
  valuesConfig: {
    COURSE: { description: "A person of the partner completed a course." },
    FACT: { description: "A fact of a kind was recorded for the partner." },
    VALIDATION: { description: "The partner's solution passed a validation." },
    HAND: { description: "A person marked it as done." },
  },
});
type DoneBecause = (typeof DoneBecause)[string];
const PlanHealthName = graphEnum("OnboardingHealth", ["COMPLETE", "ON_TRACK", "AT_RISK", "BLOCKED", "LATE"], {
  description: "Whether the steps of a plan are done in time. The worst that holds: late, blocked, at risk.",
  valuesConfig: {
    COMPLETE: { description: "All steps are done." },
    ON_TRACK: { description: "Steps are open, and none is overdue, blocked or at risk." },
    AT_RISK: { description: "A step that is due within five business days still waits for others." },
    BLOCKED: { description: "A person reported an obstacle to a step; none is overdue." },
    LATE: { description: "A step is overdue." },
  },
});
type PlanHealthName = (typeof PlanHealthName)[string];
const PlanOccasion = graphEnum("OnboardingOccasion", ["JOINING", "PROMOTION"], {
  description: "When a plan is made for a partner.",
  valuesConfig: {
    JOINING: { description: "On the day on which the partner is first placed." },
    PROMOTION: { description: "When the partner reaches a tier that the plan is for." },
  },
});
type PlanOccasion = (typeof PlanOccasion)[string];

@ObjectType({ description: "One step of a partner's plan." })
export class OnboardingStep {
  @Field(() => String, { description: "Slug, unique in its plan: what mutations name it by." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "What to do, in the program's words; null where it does not say.",
  })
  description: string | null;

  @Field(() => StepOwner, { description: "Who does the step." })
  owner: StepOwner;

  @Field(() => StepState, { description: "Whether it is done, or can be." })
  state: StepState;

  @Field(() => DateScalar, { description: "The last day on which it is in time." })
  dueOn: string;

  @Field(() => Boolean, { description: "Not done, and due before today (UTC)." })
  isOverdue: boolean;

  @Field(() => [String], { description: "Names of the steps that have to be done before." })
  after: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "The course, the kind of fact, or the validation that completes it automatically.",
  })
  waitsFor: string | null;

  @Field(() => Boolean, { description: "Whether it can be marked as done only with evidence." })
  needsEvidence: boolean;

  @Field(() => DateScalar, { nullable: true, description: "The day on which it was done; null before." })
  doneOn: string | null;

  @Field(() => DoneBecause, { nullable: true, description: "What completed it; null before." })
  doneBecause: DoneBecause | null;

  @Field(() => String, { nullable: true, description: "What shows that it is done." })
  evidence: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The obstacle that a person reported; null where there is none.",
  })
  blockedBecause: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was reported; null where there is none." })
  blockedAt: Date | null;
}

@ObjectType({ description: "A plan by which a partner gets ready. What it asks was written down when it was made." })
class OnboardingPlan {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Its name in the program." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "Why the program has it." })
  why: string;

  @Field(() => PlanOccasion, { description: "Why the partner got it." })
  occasion: PlanOccasion;

  @Field(() => DateScalar, { description: "The day from which its due days are counted." })
  madeOn: string;

  row: PlanRow;
}

@ObjectType({ description: "How a partner gets ready, and how soon it had its first success." })
class OnboardingProgress {
  @Field(() => [OnboardingPlan], { description: "Earliest first." })
  plans: OnboardingPlan[];

  @Field(() => DateScalar, { nullable: true, description: "The first day in a tier." })
  joinedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of a fact that the program calls value; null before, and where it calls none so.",
  })
  firstValueOn: string | null;

  @Field(() => Int, { nullable: true, description: "Days from joining to the first value; 0 where that came before." })
  daysToFirstValue: number | null;
}

export const stepOf = (row: StepRow, steps: readonly StepRow[], today: string): OnboardingStep => ({
  name: row.step,
  title: row.title,
  description: row.description,
  owner: row.owner as StepOwner,
  state: stepStateOf(row, steps),
  dueOn: row.dueOn,
  isOverdue: row.doneOn === null && row.dueOn < today,
  after: row.after,
  waitsFor: row.waitsFor,
  needsEvidence: row.needsEvidence,
  doneOn: row.doneOn,
  doneBecause: row.doneBecause as DoneBecause | null, // The same four words.
  evidence: row.evidence,
  blockedBecause: row.blockedBecause,
  blockedAt: row.blockedAt,
});

@ObjectType({ description: "How partners get ready, all together." })
class OnboardingOverview {
  @Field(() => Int, { description: "Plans that were made since." })
  plans: number;

  @Field(() => Int, { description: "Plans whose steps are all done." })
  complete: number;

  @Field(() => Int, { description: "Those with an overdue step." })
  late: number;

  @Field(() => Int, { description: "Those with a blocked step." })
  blocked: number;

  @Field(() => Int, { description: "Partners whose first day in a tier is since." })
  joined: number;

  @Field(() => Int, { description: "Those of them that had a fact which the program calls value." })
  withFirstValue: number;

  @Field(() => Int, {
    nullable: true,
    description: "Median days from joining to the first value, of those; rounded down.",
  })
  medianDays: number | null;
}

@ObjectType({ description: "A page of plans." })
class OnboardingPlanConnection extends connectionType("OnboardingPlan", () => OnboardingPlan, PageInfo) {}

@ArgsType()
class PlansArgs {
  @Field(() => Int, { defaultValue: 20, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

@Resolver(() => OnboardingPlan)
export class OnboardingPlanResolver {
  @FieldResolver(() => [OnboardingStep], { description: "In the order of the program." })
  async steps(@Root() { row }: OnboardingPlan, @Ctx() { load, today }: Context): Promise<OnboardingStep[]> {
    const steps = await load.onboardingSteps(row);
    return steps.map((step) => stepOf(step, steps, today));
  }

  @FieldResolver(() => PlanHealthName, { description: "Whether its steps are done in time, as of today (UTC)." })
  async health(@Root() { row }: OnboardingPlan, @Ctx() { load, today }: Context): Promise<PlanHealthName> {
    const [steps, holidays] = await Promise.all([load.onboardingSteps(row), load.holidays()]);
    return healthOf(steps, knownCalendarDate(today), holidays);
  }

  @FieldResolver(() => Int, { description: "The share of its steps that are done, rounded down." })
  async percent(@Root() { row }: OnboardingPlan, @Ctx() { load }: Context): Promise<number> {
    const steps = await load.onboardingSteps(row);
    return Math.floor((steps.filter(({ doneOn }) => doneOn !== null).length * 100) / Math.max(steps.length, 1));
  }

  @FieldResolver(() => Partner, { description: "Whose plan it is." })
  partner(@Root() { row }: OnboardingPlan): Partner {
    return { id: row.partnerId };
  }

  @Authorized("read training")
  @Query(() => OnboardingPlanConnection, {
    nullable: true,
    description: "Plans with an overdue step, the longest overdue first: of the viewer's own partners.",
  })
  latePlans(@Args(() => PlansArgs) page: PlansArgs, @Ctx() { load }: Context): Promise<Page<OnboardingPlan>> {
    return load.latePlans(page);
  }

  @Authorized("read overviews")
  @Query(() => OnboardingOverview, {
    nullable: true,
    description: "How the partners get ready that joined from a day on, and their plans: for the vendor's people.",
  })
  onboardingOverview(
    @Arg("from", () => DateScalar, {
      description: "First day of joining that counts; plans that were made from this day on.",
    })
    from: string,
    @Ctx() { load }: Context,
  ): Promise<OnboardingOverview | null> {
    return load.onboardingOverview(from);
  }
}

@Resolver(() => Partner)
export class OnboardedPartnerResolver {
  @FieldResolver(() => OnboardingProgress, {
    nullable: true,
    description: "How the partner gets ready: its plans, and its first success.",
  })
  onboarding(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<OnboardingProgress | null> {
    return load.onboarding(id);
  }
}
