import type { CalendarDate } from "@tiergraph/program/exact";
import { addBusinessDays } from "./business-days.js";
import type { StepRow } from "./onboarding-step.entity.js";

type StepState = "DONE" | "BLOCKED" | "WAITING" | "OPEN";
type PlanHealth = "COMPLETE" | "LATE" | "BLOCKED" | "AT_RISK" | "ON_TRACK";

/** Business days before its due day in which a step that still waits for others is a risk. */
const SOON = 5;

/** A step waits while one that it comes after is not done. */
export function stepStateOf(step: StepRow, steps: readonly StepRow[]): StepState {
  if (step.doneOn !== null) return "DONE";
  if (step.blockedBecause !== null) return "BLOCKED";
  return unmetOf(step, steps).length > 0 ? "WAITING" : "OPEN";
}

/** Names of the steps that have to be done before this one, and are not. */
export const unmetOf = ({ after }: StepRow, steps: readonly StepRow[]): string[] =>
  after.filter((name) => steps.some(({ step, doneOn }) => step === name && doneOn === null));

/**
 * `LATE`: a step is overdue. `BLOCKED`: somebody says what is in the way of one. `AT_RISK`: one that is due within five
 * business days still waits for others.
 */
export function healthOf(steps: readonly StepRow[], today: CalendarDate, holidays: readonly string[]): PlanHealth {
  const open = steps.filter(({ doneOn }) => doneOn === null);
  const soon = addBusinessDays(today, SOON, holidays);
  if (open.length === 0) return "COMPLETE";
  if (open.some(({ dueOn }) => dueOn < today)) return "LATE";
  if (open.some(({ blockedBecause }) => blockedBecause !== null)) return "BLOCKED";
  return open.some((step) => step.dueOn <= soon && stepStateOf(step, steps) === "WAITING") ? "AT_RISK" : "ON_TRACK";
}
