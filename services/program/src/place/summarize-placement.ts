import type { AssessedRequirement, AssessedThreshold, TierAssessment } from "../assess/assess-tier.js";
import type { Measure, Program, Window } from "../document/program.js";
import { type CalendarDate, formatForReading } from "../exact/calendar-date.js";
import { formatCount, formatMoney, formatPercent } from "../exact/format-amount.js";
import { compare, parseExact, type Rational, ZERO } from "../exact/rational.js";
import { windowRange } from "../measure/window.js";

/**
 * Says in one sentence why a partner is where it is: "Gold, because Won revenue of 104,332.50 USD in the 90 days to 30
 * June 2017 is at least 100,000.00 USD." Names what was met; in the tier that asks nothing, what the next one misses.
 */
export function summarizePlacement(placement: {
  program: Program;
  asOf: CalendarDate;
  decided: TierAssessment;
  next: TierAssessment | null;
}): string {
  const { program, asOf, decided, next } = placement;
  const title = titleOf(program, decided.tier);
  if (decided.requirement !== null) {
    const reasons = decisive(decided.requirement).map((threshold) => sentence(threshold, program, asOf));
    return `${title}, because ${inWords(reasons)}.`;
  }
  if (next === null) return `${title}, because it is the only tier.`;
  const missed = next.requirement === null ? [] : missing(next.requirement);
  if (missed.length === 0)
    return `${title}, because ${titleOf(program, next.tier)} asks nothing of the partner's tracks.`;
  const reasons = missed.map((threshold) => sentence(threshold, program, asOf));
  return `${title}, because ${inWords(reasons)}, as ${titleOf(program, next.tier)} asks.`;
}

/** The thresholds that carried the decision: all that an `all` asked, and as many of a choice as it needed. */
function decisive(requirement: AssessedRequirement): AssessedThreshold[] {
  if (!requirement.isAsked) return [];
  if (requirement.kind === "threshold") return [requirement];
  const met = requirement.children.filter((child) => child.isAsked && child.isMet);
  return met.slice(0, requirement.needed).flatMap(decisive);
}

/** What it would take: all that an `all` lacks, and of a choice the nearest that would fill it. */
function missing(requirement: AssessedRequirement): AssessedThreshold[] {
  if (!requirement.isAsked || requirement.isMet) return [];
  if (requirement.kind === "threshold") return [requirement];
  const open = requirement.children.filter((child) => child.isAsked && !child.isMet);
  if (requirement.kind === "all") return open.flatMap(missing);
  const nearest = open.sort((a, b) => compare(exactOf(b.fraction), exactOf(a.fraction)));
  return nearest.slice(0, requirement.needed - requirement.metCount).flatMap(missing);
}

function exactOf(text: string): Rational {
  return parseExact(text) ?? ZERO;
}

function sentence(threshold: AssessedThreshold, program: Program, asOf: CalendarDate): string {
  const measure = program.measures.find(({ name }) => name === threshold.measure);
  if (measure === undefined) throw new Error(`No measure ${threshold.measure} in program ${program.name}`);
  const bound = `${threshold.bound.replace("-", " ")} ${inUnit(threshold.target, threshold, program)}`;
  const period = periodInWords(measure, asOf, program);
  if (threshold.actual === null) return `${threshold.title} ${period} has no value yet and is not ${bound}`;
  const actual = `${threshold.title} of ${inUnit(threshold.actual, threshold, program)} ${period}`;
  return threshold.isMet ? `${actual} is ${bound}` : `${actual} is not ${bound}`;
}

function inUnit(exact: string, { unit }: AssessedThreshold, program: Program): string {
  const number = exactOf(exact);
  if (unit === "money") return formatMoney(number, program.currency);
  return unit === "percent" ? formatPercent(number) : formatCount(number);
}

/** "in the 90 days to 30 June 2017"; of a ratio the period of what is divided. */
function periodInWords(measure: Measure, asOf: CalendarDate, program: Program): string {
  const counted = measure.kind === "ratio" ? measure.numerator : measure;
  const { window, source } = counted;
  const day = formatForReading(asOf);
  if (window.kind === "rolling-days") return `in the ${plural(window.days, "day")} to ${day}`;
  if (window.kind === "rolling-months") return `in the ${plural(window.months, "month")} to ${day}`;
  if (window.kind === "quarter") return `in the quarter from ${quarterStart(window, asOf, program)}`;
  // A certification holds or does not on the day; when it was earned is of no interest.
  return source.kinds.includes("certification") ? `on ${day}` : `up to ${day}`;
}

function quarterStart(window: Window, asOf: CalendarDate, program: Program): string {
  const { from } = windowRange(window, asOf, program.calendar);
  return from === null ? "the beginning" : formatForReading(from);
}

function plural(count: number, unit: string): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}

function titleOf(program: Program, tier: string): string {
  return program.tiers.find(({ name }) => name === tier)?.title ?? tier;
}

function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
