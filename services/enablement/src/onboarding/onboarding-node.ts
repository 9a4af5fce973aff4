import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { PlanRow } from "./onboarding-plan.entity.js";

/** The id of a plan, or of the plan of a step. */
export const planIdOf = ({ partnerId, planId }: Pick<PlanRow, "partnerId" | "planId">) =>
  encodeOwnedId("OnboardingPlan", { partnerId, id: planId });

export const planOf = (row: PlanRow) => ({
  id: planIdOf(row),
  name: row.template,
  occasion: row.madeAt,
  row,
  ...row,
});
