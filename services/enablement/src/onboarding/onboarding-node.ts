import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { PlanRow } from "./onboarding-plan.entity.js";

export const planOf = (row: PlanRow) => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.planId }),
  name: row.template,
  title: row.title,
  why: row.why,
  madeOn: row.madeOn,
  occasion: row.madeAt,
  row,
});
