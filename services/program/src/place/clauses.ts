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
import { type CalendarDate, compare, toExactString } from "../exact/index.js";
import { windowRange } from "../measure/index.js";
import {
  boundInWords,
  capitalized,
  dayInWords,
  exactOf,
  groupWords,
  inUnit,
  inWords,
  lengthInWords,
  points,
  titleOf,
} from "../words/index.js";
import { clauseMessages } from "./why.messages.js";

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
    typeof node === "string"
      ? clauseMessages.nothingForGroup(context.program.language, { group: groupAt(node, context.program) })
      : clause(node, context),
  );
}

/** "there is no product yet of which anything is asked": coverage without groups is met. */
function noGroup({ path }: AssessedRequirement, { program }: SentenceContext): string {
  return clauseMessages.noGroup(program.language, { group: groupAt(path, program) });
}

/** The grouping attribute, such as "region", of the requirement at an address or the first below it. */
function groupAt(path: string, program: Program): string {
  const grouped = everyRequirement(program).find((node) => node.kind === "grouped" && node.path.startsWith(path));
  return grouped?.kind === "grouped" ? groupWords(program, grouped.by).one : clauseMessages.group(program.language);
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
      return scoreClause(requirement, context.program.language);
    case "term":
      return termClause(requirement, context.program.language);
    case "tenure":
      return tenureClause(requirement, context);
    case "approval":
      return clauseMessages.approval(context.program.language, { title: requirement.title, isMet: requirement.isMet });
    case "withheld":
      return clauseMessages.withheld(context.program.language, { isMet: requirement.isMet });
  }
}

function thresholdClause(threshold: AssessedThreshold, context: SentenceContext): string {
  const measure = measureNamed(context.program, threshold.measure);
  const bound = barInWords(threshold, context.program);
  const { language } = context.program;
  const { group, title, isMet } = threshold;
  const forGroup = group === null ? "" : clauseMessages.forGroup(language, { group });
  const where = `${forGroup}${spaced(periodInWords(measure, context))}`;
  if (threshold.actual === null) return clauseMessages.noValue(language, { title, where, bound });
  const actual = inUnit(threshold.actual, threshold.unit, context.program);
  return clauseMessages.threshold(language, { title, actual, where, isMet, bound });
}

function scoreClause(score: AssessedScore, language: string): string {
  const values = {
    title: score.title,
    points: points(score.actual ?? "0", language),
    others: othersInWords(score, language),
    bound: boundInWords(score.bound, points(score.target, language), language),
  };
  if (score.gap !== "0") return clauseMessages.score(language, { ...values, isMet: false });
  const missed = score.children.find((term): term is AssessedTerm => term.kind === "term" && !term.isMet);
  return missed === undefined
    ? clauseMessages.score(language, { ...values, isMet: true })
    : clauseMessages.scoreButTerm(language, { ...values, term: termClause(missed, language) });
}

/** " (Reach comes to 20 points)": the scores that did not count. */
export function othersInWords({ others = [] }: { readonly others?: readonly ScoreTotal[] }, language: string): string {
  if (others.length === 0) return "";
  const scores = others.map(({ title, total }) =>
    clauseMessages.otherScore(language, { title, points: points(total, language) }),
  );
  return clauseMessages.others(language, { scores: inWords(scores, language) });
}

function termClause(term: AssessedTerm, language: string): string {
  const given = { title: term.title, points: points(term.points, language) };
  if (term.isMet || term.floor === null) return clauseMessages.term(language, given);
  const gate = term.children[0];
  const values = { ...given, floor: points(term.floor, language) };
  return gate !== undefined && !gate.isMet
    ? clauseMessages.termGateClosed(language, values)
    : clauseMessages.termBelowFloor(language, values);
}

function tenureClause(tenure: AssessedTenure, { program }: SentenceContext): string {
  const { language } = program;
  const title = titleOf(program, tenure.tier);
  const length = lengthInWords({ count: tenure.months, unit: "month" }, language);
  if (tenure.since === null)
    return tenure.bound === "at-most"
      ? clauseMessages.tenureNotBefore(language, { title })
      : clauseMessages.tenureNotHeld(language, { title, length });
  const held = { title, day: dayInWords(tenure.since, language), isMet: tenure.isMet, length };
  return tenure.bound === "at-most"
    ? clauseMessages.firstHeld(language, held)
    : clauseMessages.heldSince(language, held);
}

/** The bound for the partner, in the unit's smallest step. */
export function barInWords(
  { bound, target, unit }: Pick<AssessedThreshold, "bound" | "target" | "unit">,
  program: Program,
): string {
  const shown = shownBar({ bound, target: exactOf(target) }, unitDigits(unit, program.currency));
  return boundInWords(shown.bound, inUnit(toExactString(shown.target), unit, program), program.language);
}

/** "in the 90 days to 30 June 2017"; for a ratio the period of its numerator. Empty for a lifetime. */
export function periodInWords(measure: Measure, { program, asOf }: SentenceContext): string {
  if (measure.kind === "ratio") return periodInWords(measure.numerator, { program, asOf });
  const { language } = program;
  const day = dayInWords(asOf, language);
  if (!("window" in measure)) return clauseMessages.asOf(language, { day });
  const holds = "source" in measure && measure.source.kinds.every((kind) => kind === "certification");
  if (holds && measure.window.kind === "lifetime") return clauseMessages.onDay(language, { day });
  const period = windowInWords(measure.window, { program, asOf });
  return "late" in measure && measure.late === "recount" ? clauseMessages.knownNow(language, { period }) : period;
}

function windowInWords(window: Window, { program, asOf }: SentenceContext): string {
  const { language } = program;
  const day = dayInWords(asOf, language);
  switch (window.kind) {
    case "rolling-days":
      return clauseMessages.daysTo(language, {
        length: lengthInWords({ count: window.days, unit: "day" }, language),
        day,
      });
    case "rolling-months":
      return clauseMessages.daysTo(language, {
        length: lengthInWords({ count: window.months, unit: "month" }, language),
        day,
      });
    case "lifetime":
      return clauseMessages.upTo(language, { day });
    default: {
      const { from } = windowRange(window, asOf, program.calendar);
      const isFiscal = "fiscal" in window && window.fiscal;
      const span =
        window.kind === "calendar-months" ? "months" : isFiscal ? `fiscal${capitalized(window.kind)}` : window.kind;
      return from === null
        ? clauseMessages.upTo(language, { day })
        : clauseMessages.from(language, { span, day: dayInWords(from, language) });
    }
  }
}

function spaced(text: string): string {
  return text === "" ? "" : ` ${text}`;
}
