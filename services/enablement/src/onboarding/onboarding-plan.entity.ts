import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const onboardingPlanTable = tablesOf("enablement")("onboarding_plan", {
  properties: {
    partnerId: column.uuid().primary(),
    planId: column.uuid().primary(),
    /** Its name in the program. */
    template: column.text(),
    title: column.text(),
    why: column.text(),
    madeAt: column.enum(["JOINING", "PROMOTION"]),
    madeOn: column.date(),
  },
  uniques: [{ name: "onboarding_plan_partner_id_template_key", properties: ["partnerId", "template"] }],
});
export type PlanRow = Row<typeof onboardingPlanTable>;
