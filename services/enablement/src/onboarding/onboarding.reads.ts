import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany, loaderOfOne, loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { daysBetween, knownCalendarDate } from "@tiergraph/program/exact";
import { readsTrainingOf } from "../policy.js";
import type { ProgramReader } from "../program/index.js";
import {
  countOnboarding,
  findPlans,
  findStarts,
  latePlanList,
  listPlans,
  listSteps,
  type StartRow,
} from "./onboarding.store.js";
import { planOf } from "./onboarding-node.js";
import type { PlanRow } from "./onboarding-plan.entity.js";

/** How resolvers read onboarding: plans, steps and starts each in one statement a request level. */
export function onboardingReads({ reader, viewer, cursors, today }: ReadParts, program: ProgramReader) {
  const mayRead = readsTrainingOf(viewer);
  const text = (key: string) => key;
  const keyOf = ({ partnerId, planId }: Pick<PlanRow, "partnerId" | "planId">) => `${partnerId} ${planId}`;
  const plans = loaderOfMany(
    (ids: readonly string[]) => listPlans(reader, ids.filter(mayRead)),
    ({ partnerId }) => partnerId,
    text,
  );
  const steps = loaderOfMany(
    (rows: readonly Pick<PlanRow, "partnerId" | "planId">[]) => listSteps(reader, rows),
    keyOf,
    keyOf,
  );
  const starts = loaderOfOne(
    async (ids: readonly string[]) =>
      findStarts(reader, ids.filter(mayRead), (await program())?.onboarding?.firstValue ?? null),
    ({ partnerId }: StartRow) => partnerId,
    text,
  );
  const readable = viewer.partnerIds === "all" ? null : viewer.partnerIds.filter(mayRead);
  return {
    onboarding: async (partnerId: string) => {
      const [start, rows] = await Promise.all([starts.load(partnerId), plans.load(partnerId)]);
      if (start === null) return null;
      const { joinedOn, firstValueOn } = start;
      const days =
        joinedOn === null || firstValueOn === null
          ? null
          : Math.max(0, daysBetween(knownCalendarDate(joinedOn), knownCalendarDate(firstValueOn)));
      return { plans: rows.map(planOf), joinedOn, firstValueOn, daysToFirstValue: days };
    },
    onboardingPlan: loaderOfOwned(mayRead, async (keys) =>
      (
        await findPlans(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, planId: id })),
        )
      ).map(planOf),
    ),
    onboardingOverview: async (from: string) => {
      const kind = (await program())?.onboarding?.firstValue ?? null;
      return countOnboarding(reader, { from, today, firstValue: kind });
    },
    onboardingSteps: (plan: PlanRow) => steps.load(plan),
    holidays: async () => (await program())?.onboarding?.holidays ?? [],
    latePlans: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "late-plans",
        request,
        rows: latePlanList.of(reader, { today, partnerIds: readable }),
        nodeOf: planOf,
      }),
  };
}
export type OnboardingReads = ReturnType<typeof onboardingReads>;
