import { measureNamed, withheldTitle } from "../document/program/index.js";
import {
  citedMeasures,
  type GroupedRequirement,
  type Requirement,
  type TenureRequirement,
  type WithheldRequirement,
} from "../document/requirements/index.js";
import {
  addMonths,
  type CalendarDate,
  daysBetween,
  ONE,
  type Rational,
  rational,
  toExactString,
  ZERO,
} from "../exact/index.js";
import { assessScore } from "./assess-score.js";
import { assessThreshold, groupsIn, isGroupedBy, leaf, leafOf } from "./assess-threshold.js";
import type { AssessedGroup, Assessment } from "./assessed.js";
import { combineParts, meanOfBest } from "./combine.js";
import type { Evidence } from "./evidence.js";
import { isAsked } from "./subject.js";

/** Assesses a requirement and everything below it. */
export function assessRequirement(requirement: Requirement, evidence: Evidence): Assessment {
  const assessment = assessByKind(requirement, evidence);
  return isAsked(requirement.audience, evidence.subject) ? assessment : withoutAsking(assessment);
}

function assessByKind(requirement: Requirement, evidence: Evidence): Assessment {
  switch (requirement.kind) {
    case "threshold":
      return assessThreshold(requirement, evidence);
    case "score":
      return assessScore(requirement, evidence, assessRequirement);
    case "grouped":
      return assessGrouped(requirement, evidence);
    case "tenure":
      return assessTenure(requirement, evidence);
    case "approval":
      return assessApproval(requirement, evidence);
    case "withheld":
      return assessWithheld(requirement, evidence);
    default:
      return assessGroup(requirement, evidence);
  }
}

/** Not asked of this partner: shown with its values, counted as met, and left out of choices. */
function withoutAsking({ node }: Assessment): Assessment {
  return { fraction: ONE, node: { ...node, isMet: true, isAsked: false, metCount: 0, fraction: "1" } };
}

function assessGroup(
  requirement: Extract<Requirement, { kind: "all" | "any" | "n-of" }>,
  evidence: Evidence,
): Assessment {
  const children = requirement.of.map((child) => assessRequirement(child, evidence));
  const needs = requirement.kind === "n-of" ? requirement.n : requirement.kind === "all" ? "all" : 1;
  const { fraction, ...outcome } = combineParts(needs, children);
  const { kind, path, why } = requirement;
  return groupNode({ kind, path, why, ...outcome, group: evidence.group?.value ?? null }, fraction, children);
}

/** Builds a group's node from its outcome and its parts. */
export function groupNode(
  node: Omit<AssessedGroup, "fraction" | "children">,
  fraction: Rational,
  children: readonly Assessment[],
): Assessment {
  return {
    fraction,
    node: { fraction: toExactString(fraction), children: children.map((child) => child.node), ...node },
  };
}

function assessGrouped(requirement: GroupedRequirement, evidence: Evidence): Assessment {
  const { path, why, needs } = requirement;
  const children = groupsOf(requirement, evidence)
    .map((value): Evidence => ({ ...evidence, group: { by: requirement.by, value } }))
    .filter((judged) => requirement.where === null || assessRequirement(requirement.where, judged).node.isMet)
    .map((judged) => assessRequirement(requirement.of, judged));
  const metCount = children.filter(({ node }) => node.isMet).length;
  const needed = needs === "all" ? children.length : needs;
  // An `all` over no groups is met; a number of groups is not.
  const fraction = needed === 0 ? ONE : meanOfBest(needed, children);
  const isMet = metCount >= needed;
  const own = { kind: "grouped" as const, path, why, isMet, isAsked: true, needed, metCount };
  return groupNode({ ...own, group: evidence.group?.value ?? null }, fraction, children);
}

/** Every value of the attribute for which a cited measure has one, sorted by code unit. */
function groupsOf({ by, where, of }: GroupedRequirement, evidence: Evidence): string[] {
  const cited = [...(where === null ? [] : citedMeasures(where)), ...citedMeasures(of)];
  const grouped = cited.filter((name) => isGroupedBy(measureNamed(evidence.program, name), by));
  return [...new Set(grouped.flatMap((name) => groupsIn(evidence.measures.get(name))))].sort((a, b) =>
    a < b ? -1 : 1,
  );
}

function assessTenure(requirement: TenureRequirement, evidence: Evidence): Assessment {
  const { tier, months, bound } = requirement;
  const held = evidence.heldSince.get(tier) ?? null;
  const since = bound === "at-most" ? (evidence.firstHeld?.get(tier) ?? held) : held;
  const isMet = bound === "at-most" ? isWithin(since, months, evidence.asOf) : isOver(since, months, evidence.asOf);
  const fraction = isMet
    ? ONE
    : since === null || bound === "at-most"
      ? ZERO
      : shareOfTenure(since, months, evidence.asOf);
  const node = { kind: "tenure" as const, ...leafOf(requirement, evidence, isMet), tier, bound, months, since };
  return leaf({ fraction, node });
}

const isOver = (since: CalendarDate | null, months: number, asOf: CalendarDate): boolean =>
  since !== null && addMonths(since, months) <= asOf;

/** The last day that counts is the one on which the months are complete. */
const isWithin = (since: CalendarDate | null, months: number, asOf: CalendarDate): boolean =>
  since === null || addMonths(since, months) >= asOf;

function shareOfTenure(since: CalendarDate, months: number, asOf: CalendarDate): Rational {
  const held = daysBetween(since, asOf);
  return held <= 0 ? ZERO : rational(held, daysBetween(since, addMonths(since, months)));
}

function assessApproval(requirement: Extract<Requirement, { kind: "approval" }>, evidence: Evidence): Assessment {
  const { approval } = requirement;
  const isMet = evidence.approvals.has(approval);
  const title = evidence.program.approvals.find(({ name }) => name === approval)?.title ?? approval;
  return leaf({
    fraction: isMet ? ONE : ZERO,
    node: { kind: "approval", ...leafOf(requirement, evidence, isMet), approval, title },
  });
}

/** Assessed in the whole program. Only the outcome is kept. */
function assessWithheld(requirement: WithheldRequirement, evidence: Evidence): Assessment {
  const whole = evidence.program.whole ?? evidence.program;
  const isMet =
    evidence.isWithheldMet === true || assessRequirement(requirement.of, { ...evidence, program: whole }).node.isMet;
  return leaf({
    fraction: isMet ? ONE : ZERO,
    node: { kind: "withheld", ...leafOf(requirement, evidence, isMet), title: withheldTitle(evidence.program) },
  });
}
