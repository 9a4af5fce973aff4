import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const onboardingStepTable = tablesOf("enablement")("onboarding_step", {
  properties: {
    partnerId: column.uuid().primary(),
    planId: column.uuid().primary(),
    step: column.text().primary(),
    position: column.integer(),
    title: column.text(),
    description: column.text().nullable(),
    owner: column.enum(["PARTNER", "VENDOR"]),
    dueOn: column.date(),
    after: column.array().$type<readonly string[]>().columnType("text[]"),
    /** What completes it without anybody saying so. */
    waitsForKind: column.enum(["course", "fact", "validation"]).nullable(),
    waitsFor: column.text().nullable(),
    needsEvidence: column.boolean(),
    doneOn: column.date().nullable(),
    doneBecause: column.enum(["COURSE", "FACT", "VALIDATION", "HAND"]).nullable(),
    doneBy: column.text().nullable(),
    evidence: column.text().nullable(),
    blockedBecause: column.text().nullable(),
    blockedAt: column.datetime().nullable(),
    blockedBy: column.text().nullable(),
  },
  indexes: [
    {
      name: "onboarding_step_due",
      expression:
        "CREATE INDEX onboarding_step_due ON enablement.onboarding_step USING btree (due_on, partner_id, plan_id) WHERE (done_on IS NULL)",
    },
    {
      name: "onboarding_step_open",
      expression:
        "CREATE INDEX onboarding_step_open ON enablement.onboarding_step USING btree (partner_id, waits_for_kind, waits_for) WHERE (done_on IS NULL)",
    },
  ],
  checks: [
    { name: "onboarding_step_check", expression: "((waits_for_kind IS NULL) = (waits_for IS NULL))" },
    { name: "onboarding_step_check1", expression: "((done_on IS NULL) = (done_because IS NULL))" },
    { name: "onboarding_step_check2", expression: "((blocked_because IS NULL) = (blocked_at IS NULL))" },
    { name: "onboarding_step_check3", expression: "((done_on IS NULL) OR (blocked_because IS NULL))" },
  ],
  references: [{ columns: ["partner_id", "plan_id"], to: "enablement.onboarding_plan(partner_id, plan_id)" }],
});
export type StepRow = Row<typeof onboardingStepTable>;
