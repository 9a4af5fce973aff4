import {
  type AssessedRequirement,
  assessRequirement,
  assessTier,
  betterOf,
  type Classification,
  classified,
  classify,
  type Evidence,
  keepsTier,
  type PlacedPartner,
  type Subject,
  subjectOf,
  subjectsOf,
  type TierAssessment,
} from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { Tier } from "../document/tiers/index.js";
import type { CalendarDate } from "../exact/index.js";
import { type MeasureValue, windowRange } from "../measure/index.js";
import type { Merits } from "./govern.js";
import type { GovernanceState } from "./governance-state.js";

export interface Judged extends Merits {
  /** The assessment of every tier on this day, lowest first. */
  readonly tiers: readonly TierAssessment[];
  readonly classification: Classification | null;
  /** By tier: the last day on which it was met, for tiers that are met on any day in a window. */
  readonly metOn: Readonly<Record<string, CalendarDate>>;
  /** The evidence: one for each track where the best track counts, otherwise one. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

export interface JudgePartner {
  readonly program: Program;
  readonly asOf: CalendarDate;
  /** Every measure of the program, as of that day. */
  readonly measures: ReadonlyMap<string, MeasureValue>;
  readonly partner: PlacedPartner;
  readonly approvals: readonly string[];
  readonly before: GovernanceState | null;
}

/** Assesses which tiers a partner reaches and would keep on a day. */
export function judge({ program, asOf, measures, partner, approvals, before }: JudgePartner): Judged {
  const onTracks = (subject: Subject): Evidence => ({
    program,
    asOf,
    measures,
    subject,
    approvals: new Set(approvals),
    heldSince: new Map(Object.entries(before?.heldSince ?? {})),
    firstHeld: new Map(Object.entries(before?.firstHeld ?? {})),
    keepsAt: null,
    group: null,
  });
  // A partner is classified once, by everything that is known of it.
  const classification = classify(onTracks(subjectOf(program, partner)));
  const [first, ...others] = subjectsOf(program, partner);
  const classifiedOn = (subject: Subject) => classified(onTracks(subject), classification);
  const evidence: Judged["evidence"] = [classifiedOn(first), ...others.map(classifiedOn)];
  const tiers = program.tiers.map((tier) => evidence.map((one) => assessTier(tier, one)).reduce(betterOf));
  const metOn = lastMet(program, { asOf, tiers, before });
  const reached = climbed(
    program,
    program.tiers.map((tier, i) => tiers[i]?.isMet === true || isInWindow(program, tier, metOn, asOf)),
  );
  const kept = climbed(
    program,
    program.tiers.map((tier, i) => evidence.some((one) => keepsTier(tier, one, reached[i] === true))),
  );
  return { tiers, classification, metOn, reached, kept, evidence };
}

/** On a cumulative ladder a tier counts only where every tier below it does. */
function climbed({ ladder }: Program, met: readonly boolean[]): boolean[] {
  if (ladder === "highest-own") return [...met];
  const firstMissed = met.indexOf(false);
  return met.map((_, i) => firstMissed === -1 || i < firstMissed);
}

function lastMet(
  program: Program,
  { asOf, tiers, before }: Pick<Judged, "tiers"> & Pick<JudgePartner, "asOf" | "before">,
): Readonly<Record<string, CalendarDate>> {
  const days = program.tiers.flatMap((tier, i) => {
    if (tier.metOnAnyDayIn === null) return [];
    // A tier named `constructor` must not find what every object inherits.
    const earlier = before !== null && Object.hasOwn(before.metOn, tier.name) ? before.metOn[tier.name] : undefined;
    const day = tiers[i]?.isMet ? asOf : earlier;
    return day === undefined ? [] : [[tier.name, day] as const];
  });
  return Object.fromEntries(days);
}

function isInWindow(program: Program, tier: Tier, metOn: Judged["metOn"], asOf: CalendarDate): boolean {
  const day = Object.hasOwn(metOn, tier.name) ? metOn[tier.name] : undefined;
  if (tier.metOnAnyDayIn === null || day === undefined) return false;
  const { from, to } = windowRange(tier.metOnAnyDayIn, asOf, program.calendar);
  return day < to && (from === null || day >= from);
}

/** The assessment of keeping a held tier, for display; its requirement is null where keeping asks nothing. */
export function assessKeeping(tier: Tier, evidence: Judged["evidence"], keepsAt: Evidence["keepsAt"]): TierAssessment {
  return evidence.map((one) => keepingOn(one, tier, keepsAt)).reduce(betterOf);
}

function keepingOn(evidence: Evidence, tier: Tier, keepsAt: Evidence["keepsAt"]): TierAssessment {
  if (tier.keeps !== null && "path" in tier.keeps) {
    const { node } = assessRequirement(tier.keeps, evidence);
    return { tier: tier.name, isMet: node.isMet, requirement: node };
  }
  return assessTier(tier, { ...evidence, keepsAt });
}

/** One mark for each requirement, in document order. */
export function traceOf(requirement: AssessedRequirement | null): string {
  if (requirement === null) return "";
  const mark = requirement.isAsked ? (requirement.isMet ? "1" : "0") : "-";
  return mark + requirement.children.map(traceOf).join("");
}
