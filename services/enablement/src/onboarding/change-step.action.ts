import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { isText } from "@tiergraph/kit/values/text";
import { policy } from "../policy.js";
import { type StepRefusal, stepRefusals } from "./onboarding.refusals.js";
import { lockSteps, putStep } from "./onboarding.store.js";
import type { StepRow } from "./onboarding-step.entity.js";
import { unmetOf } from "./plan-health.js";

type StepChange = Outcome<{ readonly step: StepRow; readonly steps: readonly StepRow[] }, StepRefusal>;

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
  if (owned === null || !policy.permitsFor(asked.viewer, "work on onboarding", owned.partnerId))
    return stepRefusals.PlanUnknown();
  return db.transact(asked.viewer, async (tx) => {
    const steps = await lockSteps(tx, { partnerId: owned.partnerId, planId: owned.id });
    if (steps.length === 0) return stepRefusals.PlanUnknown();
    const step = steps.find((row) => row.step === asked.step);
    if (step === undefined) return stepRefusals.StepUnknown({ step: asked.step });
    if (step.owner === "VENDOR" && !policy.permitsFor(asked.viewer, "work for the vendor", owned.partnerId))
      return stepRefusals.NotYours({ title: step.title });
    const after = change(step, steps, tx);
    if ("kind" in after) return after;
    if (after !== step) await putStep(tx, after);
    return { kind: "Done", step: after, steps: steps.map((row) => (row === step ? after : row)) };
  });
}

/** Completes a step, once those before it are done. Safe to repeat: the first day and evidence stay. */
export const completeStep =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: NamedStep & { readonly evidence: string | null }): Promise<StepChange> =>
    changed(db, { ...asked, viewer }, (step, steps) => {
      if (step.doneOn !== null) return step;
      const unmet = unmetOf(step, steps);
      if (unmet.length > 0) return stepRefusals.StepWaits({ unmet });
      if (asked.evidence === null && step.needsEvidence) return stepRefusals.EvidenceMissing({ title: step.title });
      if (asked.evidence !== null && !isText(asked.evidence)) return stepRefusals.TextInvalid({ field: "evidence" });
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

/** Says what is in the way of a step, or, with null, that nothing is in the way any longer. */
export const blockStep =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: NamedStep & { readonly reason: string | null }): Promise<StepChange> =>
    changed(db, { ...asked, viewer }, (step) => {
      if (step.doneOn !== null) return stepRefusals.StepDone({ title: step.title });
      if (asked.reason === null) return { ...step, blockedBecause: null, blockedAt: null, blockedBy: null };
      if (!isText(asked.reason)) return stepRefusals.TextInvalid({ field: "reason" });
      return { ...step, blockedBecause: asked.reason, blockedAt: clock.now(), blockedBy: viewer.subject };
    });
