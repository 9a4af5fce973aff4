import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { PlanRow } from "./onboarding-plan.entity.js";

export const planOf = (row: PlanRow) => ({
  id: encodeOwnedId("OnboardingPlan", { partnerId: row.partnerId, id: row.planId }),
  name: row.template,
  occasion: row.madeAt,
  row,
  ...row,
});
