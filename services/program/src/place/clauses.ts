import {
  type AssessedRequirement,
  type AssessedScore,
  type AssessedTenure,
  type AssessedTerm,
  type AssessedThreshold,
  type ScoreTotal,
  shownBar,
  unitDigits,
} from "../assess/index.js";
import type { Measure } from "../document/measures/index.js";
import type { Window } from "../document/periods/index.js";
import { everyRequirement, measureNamed, type Program } from "../document/program/index.js";
import type { Bound } from "../document/requirements/index.js";
import { type CalendarDate, compare, formatForReading, toExactString } from "../exact/index.js";
import { windowRange } from "../measure/index.js";
import { boundInWords, exactOf, groupWords, inUnit, inWords, plural, points, titleOf } from "../words/index.js";

/** What sentences about a partner depend on. */
export interface SentenceContext {
  readonly program: Program;
  readonly asOf: CalendarDate;
}

/** Why a requirement is met: all parts of an `all`, and as many of a choice as it needed, one clause each. */
export function metClauses(requirement: AssessedRequirement, context: SentenceContext): string[] {
  return strictest(metNodes(requirement)).map((node) =>
    hasClause(node) ? clause(node, context) : noGroup(node, context),
  );
}

/** Met requirements that have a clause, and groups without any value. */
function metNodes(requirement: AssessedRequirement): AssessedRequirement[] {
  if (!requirement.isAsked) return [];
  if (hasClause(requirement)) return [requirement];
  if (requirement.kind === "grouped" && requirement.children.length === 0) return [requirement];
  const met = requirement.children.filter((child) => child.isAsked && child.isMet);
  return met.slice(0, requirement.needed).flatMap(metNodes);
}

/** What is missing: all that an `all` lacks, and the nearest parts of a choice that would fill it, one clause each. */
export function missedClauses(requirement: AssessedRequirement, context: SentenceContext): string[] {
  return strictest(missedNodes(requirement)).map((node) =>
    typeof node === "string" ? `nothing yet counts for any ${groupAt(node, context.program)}` : clause(node, context),
  );
}

/** "there is no product yet of which anything is asked": coverage without groups is met. */
function noGroup({ path }: AssessedRequirement, { program }: SentenceContext): string {
  return `there is no ${groupAt(path, program)} yet of which anything is asked`;
}

/** The grouping attribute, such as "region", of the requirement at an address or the first below it. */
function groupAt(path: string, program: Program): string {
  const grouped = everyRequirement(program).find((node) => node.kind === "grouped" && node.path.startsWith(path));
  return grouped?.kind === "grouped" ? groupWords(program, grouped.by).one : "group";
}

/** A path where nothing below it has a clause yet. */
function missedNodes(requirement: AssessedRequirement): (ClauseNode | string)[] {
  if (!requirement.isAsked || requirement.isMet) return [];
  if (hasClause(requirement)) return [requirement];
  const open = requirement.children.filter((child) => child.isAsked && !child.isMet);
  if (requirement.kind === "all" || requirement.kind === "inherited") return open.flatMap(missedNodes);
  const nearest = [...open].sort((a, b) => compare(exactOf(b.fraction), exactOf(a.fraction)));
  const nodes = nearest.slice(0, requirement.needed - requirement.metCount).flatMap(missedNodes);
  return nodes.length > 0 ? nodes : [requirement.path];
}

/** Keeps the strictest of several bounds on one measure: meeting it meets the others. */
function strictest<Node extends AssessedRequirement | string>(nodes: readonly Node[]): Node[] {
  return nodes.filter((node, i) => {
    if (typeof node === "string" || node.kind !== "threshold") return true;
    return !nodes.some((other, k) => k !== i && typeof other !== "string" && impliedBy(node, other, k < i));
  });
}

/** Whether meeting `other` also meets `node`. Of two equal bounds the earlier one implies the other. */
export function impliedBy(node: AssessedRequirement, other: AssessedRequirement, isEarlier: boolean): boolean {
  if (node.kind !== "threshold" || other.kind !== "threshold" || !other.isAsked) return false;
  if (node.measure !== other.measure || node.group !== other.group) return false;
  const sides = [node, other].map(({ bound }) => SIDES[bound]);
  if (sides[0] !== sides[1] || sides[0] === "exactly") return false;
  const difference = compare(exactOf(other.target), exactOf(node.target)) * (sides[0] === "lower" ? 1 : -1);
  if (difference !== 0) return difference > 0;
  const isStrict = ({ bound }: AssessedThreshold) => bound === "more-than" || bound === "less-than";
  return isStrict(other) === isStrict(node) ? isEarlier : isStrict(other);
}

const SIDES = {
  "at-least": "lower",
  "more-than": "lower",
  "at-most": "upper",
  "less-than": "upper",
  exactly: "exactly",
} as const satisfies Record<Bound, string>;

/** Requirements that have a clause; groups are described by their parts. */
type ClauseNode =
  | AssessedThreshold
  | AssessedScore
  | AssessedTerm
  | AssessedTenure
  | (AssessedRequirement & { kind: "approval" | "withheld" });

function hasClause(requirement: AssessedRequirement): requirement is ClauseNode {
  return ["threshold", "score", "term", "tenure", "approval", "withheld"].includes(requirement.kind);
}

function clause(requirement: ClauseNode, context: SentenceContext): string {
  switch (requirement.kind) {
    case "threshold":
      return thresholdClause(requirement, context);
    case "score":
      return scoreClause(requirement);
    case "term":
      return termClause(requirement);
    case "tenure":
      return tenureClause(requirement, context);
    case "approval":
      return `${requirement.title} is ${requirement.isMet ? "" : "not "}granted`;
    case "withheld":
      return `a condition that the vendor keeps to itself is ${requirement.isMet ? "" : "not "}met`;
  }
}

function thresholdClause(threshold: AssessedThreshold, context: SentenceContext): string {
  const measure = measureNamed(context.program, threshold.measure);
  const bound = barInWords(threshold, context.program);
  const about = [threshold.group === null ? "" : ` for ${threshold.group}`, spaced(periodInWords(measure, context))];
  const where = about.join("");
  if (threshold.actual === null) return `${threshold.title}${where} has no value yet and is not ${bound}`;
  const actual = `${threshold.title} of ${inUnit(threshold.actual, threshold.unit, context.program)}${where}`;
  return `${actual} is ${threshold.isMet ? "" : "not "}${bound}`;
}

function scoreClause(score: AssessedScore): string {
  const total = `${score.title} of ${points(score.actual ?? "0")}${othersInWords(score)}`;
  const bound = boundInWords(score.bound, points(score.target));
  if (score.gap !== "0") return `${total} is not ${bound}`;
  const missed = score.children.find((term): term is AssessedTerm => term.kind === "term" && !term.isMet);
  return missed === undefined ? `${total} is ${bound}` : `${total} is ${bound}, but ${termClause(missed)}`;
}

/** " (Reach comes to 20 points)": the scores that did not count. */
export function othersInWords({ others = [] }: { readonly others?: readonly ScoreTotal[] }): string {
  if (others.length === 0) return "";
  return ` (${inWords(others.map(({ title, total }) => `${title} comes to ${points(total)}`))})`;
}

function termClause(term: AssessedTerm): string {
  const given = `${term.title} gives ${points(term.points)}`;
  if (term.isMet || term.floor === null) return given;
  const gate = term.children[0];
  const reason = gate !== undefined && !gate.isMet ? ", since its condition does not hold," : "";
  return `${given}${reason} of the ${points(term.floor)} that it must`;
}

function tenureClause(tenure: AssessedTenure, { program }: SentenceContext): string {
  const title = titleOf(program, tenure.tier);
  const asked = `${plural(tenure.months, "month")}`;
  if (tenure.since === null && tenure.bound === "at-most") return `${title} was not held before`;
  if (tenure.since === null) return `${title} is not held, as it must be for ${asked}`;
  if (tenure.bound === "at-most") {
    const first = `${title} was first held on ${formatForReading(tenure.since)}`;
    return tenure.isMet ? `${first}, at most ${asked} ago` : `${first}, more than ${asked} ago`;
  }
  const since = `${title} is held since ${formatForReading(tenure.since)}`;
  return tenure.isMet ? `${since}, which is at least ${asked}` : `${since}, which is not yet ${asked}`;
}

/** The bound for the partner, in the unit's smallest step. */
export function barInWords(
  { bound, target, unit }: Pick<AssessedThreshold, "bound" | "target" | "unit">,
  program: Program,
): string {
  const shown = shownBar({ bound, target: exactOf(target) }, unitDigits(unit, program.currency));
  return boundInWords(shown.bound, inUnit(toExactString(shown.target), unit, program));
}

/** "in the 90 days to 30 June 2017"; for a ratio the period of its numerator. Empty for a lifetime. */
export function periodInWords(measure: Measure, { program, asOf }: SentenceContext): string {
  if (measure.kind === "ratio") return periodInWords(measure.numerator, { program, asOf });
  if (!("window" in measure)) return `as of ${formatForReading(asOf)}`;
  const holds = "source" in measure && measure.source.kinds.every((kind) => kind === "certification");
  if (holds && measure.window.kind === "lifetime") return `on ${formatForReading(asOf)}`;
  const days = windowInWords(measure.window, { program, asOf });
  return "late" in measure && measure.late === "recount" ? `${days}, by what is known now,` : days;
}

function windowInWords(window: Window, { program, asOf }: SentenceContext): string {
  const day = formatForReading(asOf);
  switch (window.kind) {
    case "rolling-days":
      return `in the ${plural(window.days, "day")} to ${day}`;
    case "rolling-months":
      return `in the ${plural(window.months, "month")} to ${day}`;
    case "lifetime":
      return `up to ${day}`;
    default: {
      const { from } = windowRange(window, asOf, program.calendar);
      const span =
        window.kind === "calendar-months"
          ? "months"
          : `${"fiscal" in window && window.fiscal ? "fiscal " : ""}${window.kind}`;
      return from === null ? `up to ${day}` : `in the ${span} from ${formatForReading(from)}`;
    }
  }
}

function spaced(text: string): string {
  return text === "" ? "" : ` ${text}`;
}
