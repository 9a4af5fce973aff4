import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { type Outcome, refusal } from "@tiergraph/kit/values/refusal";
import { isText } from "@tiergraph/kit/values/text";
import { policy } from "../policy.js";
import { lockSteps, putStep } from "./onboarding.store.js";
import type { StepRow } from "./onboarding-step.entity.js";
import { unmetOf } from "./plan-health.js";

export const STEP_CODES = [
  "PLAN_NOT_FOUND",
  "STEP_UNKNOWN",
  "STEP_WAITS",
  "STEP_DONE",
  "NOT_YOURS",
  "EVIDENCE_MISSING",
  "TEXT_INVALID",
] as const;
export type StepChange = Outcome<
  { readonly step: StepRow; readonly steps: readonly StepRow[] },
  (typeof STEP_CODES)[number]
>;

export interface NamedStep {
  readonly planId: string;
  readonly step: string;
}

/** Holds the plan, and changes one of its steps: the vendor's are for the vendor's people. */
async function changed(
  db: Database,
  asked: NamedStep & { viewer: Viewer },
  change: (step: StepRow, steps: readonly StepRow[], tx: Transaction) => StepRow | StepChange,
): Promise<StepChange> {
  const owned = decodeOwnedId(asked.planId);
  if (owned === null || !policy.permitsFor(asked.viewer, "work on onboarding", owned.partnerId)) return unknownPlan;
  return db.transact(asked.viewer, async (tx) => {
    const steps = await lockSteps(tx, { partnerId: owned.partnerId, planId: owned.id });
    if (steps.length === 0) return unknownPlan;
    const step = steps.find((row) => row.step === asked.step);
    if (step === undefined)
      return refusal("STEP_UNKNOWN", ["step"], `The plan has no step ${asked.step.slice(0, 64)}.`);
    if (step.owner === "VENDOR" && !policy.permitsFor(asked.viewer, "work for the vendor", owned.partnerId))
      return refusal("NOT_YOURS", ["step"], `${step.title} is for the vendor to do.`);
    const after = change(step, steps, tx);
    if ("kind" in after) return after;
    if (after !== step) await putStep(tx, after);
    return { kind: "Done", step: after, steps: steps.map((row) => (row === step ? after : row)) };
  });
}

const unknownPlan = refusal("PLAN_NOT_FOUND", ["planId"], "There is no such plan.");
const invalidText = (field: string) => refusal("TEXT_INVALID", [field], `${field} must be 1 to 200 characters.`);

/** Completes a step, once those before it are done. Safe to repeat: the first day and evidence stay. */
export const completeStep =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: NamedStep & { readonly evidence: string | null }): Promise<StepChange> =>
    changed(db, { ...asked, viewer }, (step, steps) => {
      if (step.doneOn !== null) return step;
      const unmet = unmetOf(step, steps);
      if (unmet.length > 0) return refusal("STEP_WAITS", ["step"], `To be done before: ${unmet.join(", ")}.`);
      if (asked.evidence === null && step.needsEvidence)
        return refusal("EVIDENCE_MISSING", ["evidence"], `${step.title} asks for evidence.`);
      if (asked.evidence !== null && !isText(asked.evidence)) return invalidText("evidence");
      return {
        ...step,
        doneOn: dayOf(clock.now()),
        doneBecause: "HAND",
        doneBy: viewer.subject,
        evidence: asked.evidence,
        blockedBecause: null,
        blockedAt: null,
        blockedBy: null,
      };
    });

/** Says what is in the way of a step, or, with null, that nothing is any more. */
export const blockStep =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: NamedStep & { readonly reason: string | null }): Promise<StepChange> =>
    changed(db, { ...asked, viewer }, (step) => {
      if (step.doneOn !== null) return refusal("STEP_DONE", ["step"], `${step.title} is done.`);
      if (asked.reason === null) return { ...step, blockedBecause: null, blockedAt: null, blockedBy: null };
      if (!isText(asked.reason)) return invalidText("reason");
      return { ...step, blockedBecause: asked.reason, blockedAt: clock.now(), blockedBy: viewer.subject };
    });
