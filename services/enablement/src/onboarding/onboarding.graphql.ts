import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized, PageArgs, PageInfo } from "../values.graphql.js";
import type { OnboardingActions } from "./actions.js";
import type { OnboardingReads } from "./onboarding.reads.js";
import { planIdOf } from "./onboarding-node.js";
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

export const OnboardingStep = objectType("OnboardingStep", "One step of a partner's plan.", {
  id: field.id(),
  name: field.string("Slug, unique in its plan: what mutations name it by."),
  title: field.string("Its name for people."),
  description: field.string("What to do, in the program's words; null where it does not say.").nullable(),
  owner: field.of(() => StepOwner, "Who does the step."),
  state: field.of(() => StepState, "Whether it is done, or can be."),
  dueOn: field.date("The last day on which it is in time."),
  isOverdue: field.boolean("Not done, and due before today (UTC)."),
  after: field.string("Names of the steps that have to be done before.").list(),
  waitsFor: field.string("The course, the kind of fact, or the validation that completes it automatically.").nullable(),
  needsEvidence: field.boolean("Whether it can be marked as done only with evidence."),
  doneOn: field.date("The day on which it was done; null before.").nullable(),
  doneBecause: field.of(() => DoneBecause, "What completed it; null before.").nullable(),
  evidence: field.string("What shows that it is done.").nullable(),
  blockedBecause: field.string("The obstacle that a person reported; null where there is none.").personal(),
  blockedAt: field.dateTime("When it was reported; null where there is none.").nullable(),
});
export type OnboardingStep = InstanceType<typeof OnboardingStep>;

const OnboardingPlan = objectType(
  "OnboardingPlan",
  "A plan by which a partner gets ready. What it asks was written down when it was made.",
  {
    id: field.id(),
    name: field.string("Its name in the program."),
    title: field.string("Its name for people."),
    why: field.string("Why the program has it."),
    occasion: field.of(() => PlanOccasion, "Why the partner got it."),
    madeOn: field.date("The day from which its due days are counted."),
    row: field.hidden<PlanRow>(),
  },
  { directives: ['@key(fields: "id")'] },
);
type OnboardingPlan = InstanceType<typeof OnboardingPlan>;

const OnboardingProgress = objectType(
  "OnboardingProgress",
  "How a partner gets ready, and how soon it had its first success.",
  {
    plans: field.of(() => OnboardingPlan, "Earliest first.").list(),
    joinedOn: field.date("The first day in a tier.").nullable(),
    firstValueOn: field
      .date("The first day of a fact that the program calls value; null before, and where it calls none so.")
      .nullable(),
    daysToFirstValue: field.int("Days from joining to the first value; 0 where that came before.").nullable(),
  },
);
type OnboardingProgress = InstanceType<typeof OnboardingProgress>;

export const stepOf = (row: StepRow, steps: readonly StepRow[], today: string): OnboardingStep => ({
  id: encodeNamedId("OnboardingStep", planIdOf(row), row.step),
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

const OnboardingOverview = objectType("OnboardingOverview", "How partners get ready, all together.", {
  plans: field.int("Plans that were made since."),
  complete: field.int("Plans whose steps are all done."),
  late: field.int("Those with an overdue step."),
  blocked: field.int("Those with a blocked step."),
  joined: field.int("Partners whose first day in a tier is since."),
  withFirstValue: field.int("Those of them that had a fact which the program calls value."),
  medianDays: field.int("Median days from joining to the first value, of those; rounded down.").nullable(),
});
type OnboardingOverview = InstanceType<typeof OnboardingOverview>;

export const OnboardingPlanConnection = connectionType(
  "OnboardingPlan",
  () => OnboardingPlan,
  PageInfo,
  "A page of plans.",
);
export type OnboardingPlanConnection = InstanceType<typeof OnboardingPlanConnection>;

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

  @FieldResolver(() => Partner, { nullable: true, description: "Whose plan it is." })
  partner(@Root() { row }: OnboardingPlan): Partner {
    return { id: row.partnerId };
  }

  @Authorized("read training")
  @Query(() => OnboardingPlanConnection, {
    nullable: true,
    description: "Plans with an overdue step, the longest overdue first: of the viewer's own partners.",
  })
  latePlans(@Args(() => PageArgs) page: PageArgs, @Ctx() { load }: Context): Promise<Page<OnboardingPlan>> {
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
