import { isForTracks, type Onboarding, type PlanTemplate } from "@tiergraph/program/document/enablement";
import type { CalendarDate } from "@tiergraph/program/exact";
import { addBusinessDays } from "./business-days.js";
import type { PlanRow } from "./onboarding-plan.entity.js";
import type { StepRow } from "./onboarding-step.entity.js";

/** A partner that reaches a tier. */
export interface Joining {
  readonly partnerId: string;
  readonly tracks: readonly string[];
  /** The tier that it held before; null where this is its first. */
  readonly before: string | null;
  readonly tier: string;
  readonly on: CalendarDate;
  /** Templates of plans that it has. */
  readonly has: readonly string[];
}

interface MadePlan {
  readonly plan: PlanRow;
  readonly steps: readonly StepRow[];
}

/**
 * The plans that a partner gets with a tier: those of joining with its first, those of a promotion when one of their tiers
 * is reached from below. Each once.
 *
 * @param ranks of the tiers of the program, by name
 */
export function makePlans(
  { plans, holidays }: Onboarding,
  ranks: ReadonlyMap<string, number>,
  joining: Joining,
  newId: () => string,
): MadePlan[] {
  return plans
    .filter((template) => isDue(template, ranks, joining) && !joining.has.includes(template.name))
    .map((template) => madeOf(template, joining, { holidays, planId: newId() }));
}

function isDue({ at, tiers, tracks }: PlanTemplate, ranks: ReadonlyMap<string, number>, joining: Joining): boolean {
  const { before, tier } = joining;
  if (!isForTracks(tracks, joining.tracks)) return false;
  if (tiers.length > 0 && !tiers.includes(tier)) return false;
  if (at === "joining") return before === null;
  return before === null || (!tiers.includes(before) && (ranks.get(before) ?? -1) < (ranks.get(tier) ?? -1));
}

function madeOf(
  { name, title, why, at, steps }: PlanTemplate,
  { partnerId, on }: Joining,
  { holidays, planId }: { holidays: readonly string[]; planId: string },
): MadePlan {
  return {
    plan: {
      partnerId,
      planId,
      template: name,
      title,
      why,
      madeAt: at === "joining" ? "JOINING" : "PROMOTION",
      madeOn: on,
    },
    steps: steps.map((step, position) => ({
      partnerId,
      planId,
      step: step.name,
      position,
      title: step.title,
      description: step.description,
      owner: step.owner === "partner" ? "PARTNER" : "VENDOR",
      dueOn: addBusinessDays(on, step.dueDays, holidays),
      after: step.after,
      waitsForKind: step.doneBy?.kind ?? null,
      waitsFor: waitedFor(step.doneBy),
      needsEvidence: step.needsEvidence,
      doneOn: null,
      doneBecause: null,
      doneBy: null,
      evidence: null,
      blockedBecause: null,
      blockedAt: null,
      blockedBy: null,
    })),
  };
}

function waitedFor(doneBy: PlanTemplate["steps"][number]["doneBy"]): string | null {
  switch (doneBy?.kind) {
    case "course":
      return doneBy.course;
    case "fact":
      return doneBy.fact;
    case "validation":
      return doneBy.validation;
    case undefined:
      return null;
  }
}
