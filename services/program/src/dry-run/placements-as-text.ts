import type {
  AssessedRequirement,
  AssessedScore,
  AssessedTerm,
  AssessedThreshold,
  TierAssessment,
} from "../assess/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";
import { decimalOfText, formatForReading } from "../exact/index.js";
import { stepInWords } from "../path-to-tier/index.js";
import { barInWords, othersInWords, safeguardInWords, termInWords } from "../place/index.js";
import { boundInWords, distanceInWords, groupWords, inUnit, plural, titleOf } from "../words/index.js";
import type { DryRunPlacement } from "./place-dry-run.js";
import { scoresIn } from "./placement-as-json.js";

/** Placements as text: a table for several partners, then each partner with its reasons. */
export function placementsAsText(program: Program, partners: readonly (readonly DryRunPlacement[])[]): string {
  const tables = partners.length > 1 ? [tableOf(program, partners)] : [];
  return [...tables, ...partners.map((placements) => partnerAsText(program, placements))].join("\n\n");
}

function tableOf(program: Program, partners: readonly (readonly DryRunPlacement[])[]): string {
  const rows = partners.flatMap((placements) => {
    const last = placements.at(-1);
    if (last === undefined) return [];
    const scores = Object.entries(scoresIn(last.explanation.tiers)).map(
      ([name, total]) => `${name} ${decimalOfText(total)}`,
    );
    return [[last.partner, titleOf(program, last.record.tier), scores.join(", "), last.record.outcome.toLowerCase()]];
  });
  return aligned([["partner", "tier", "scores", "outcome"], ...rows]).join("\n");
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function partnerAsText(program: Program, placements: readonly DryRunPlacement[]): string {
  const last = placements.at(-1);
  if (last === undefined) return "";
  const { partner, record, explanation } = last;
  const held = record.tier === record.after.tier ? record.after.since : record.effectiveOn;
  const scores = Object.entries(scoresIn(explanation.tiers));
  const placed = explanation.tiers.find(({ tier }) => tier === record.tier);
  return [
    `${partner}: ${titleOf(program, record.tier)} on ${formatForReading(record.asOf)} (${record.outcome.toLowerCase()}, held since ${formatForReading(held)})`,
    explanation.summary,
    ...(placements.length > 1 ? historyLines(program, placements) : []),
    ...scores.map(([name, total]) => `Score ${name}: ${decimalOfText(total)}`),
    ...record.safeguards.map(
      (safeguard) => `Safeguard ${safeguard.rule}: ${safeguardInWords(safeguard, program.language)}`,
    ),
    ...(explanation.isAtRisk ? ["At risk: the keeping bar is missed."] : []),
    ...(placed === undefined ? [] : tierLines(program, placed, "asks")),
    ...(explanation.next === null ? [] : tierLines(program, explanation.next, "is next and asks")),
    ...pathLines(program, last),
  ].join("\n");
}

/** The days on which the tier changed or a safeguard began or ended. */
function historyLines(program: Program, placements: readonly DryRunPlacement[]): string[] {
  const notable = placements.filter(
    ({ record }, i) =>
      i === 0 || record.outcome !== "KEPT" || rulesOf(record) !== rulesOf(placements[i - 1]?.record ?? record),
  );
  return [
    "History:",
    ...notable.map(({ record }) => {
      const held = record.safeguards.map((safeguard) => safeguardInWords(safeguard, program.language));
      const later = record.effectiveOn > record.asOf && record.outcome !== "KEPT" ? `, from ${record.effectiveOn}` : "";
      return `  ${record.asOf}  ${titleOf(program, record.tier)} (${record.outcome.toLowerCase()}${later})${held.length === 0 ? "" : `: ${held.join(", ")}`}`;
    }),
  ];
}

const rulesOf = ({ safeguards }: DryRunPlacement["record"]): string => safeguards.map(({ rule }) => rule).join();

function tierLines(program: Program, { tier, requirement, isMet }: TierAssessment, asks: string): string[] {
  if (requirement === null) return [`${titleOf(program, tier)} ${asks} nothing`];
  const head = `${mark(isMet)} ${titleOf(program, tier)} ${asks}:`;
  return [head, ...requirementLines(program, requirement, 1)];
}

function requirementLines(program: Program, node: AssessedRequirement, depth: number): string[] {
  const isCounted = node.isAsked && !(node.kind === "term" && node.isBeaten);
  const sign = isCounted ? mark(node.isMet) : "-";
  const line = `${"  ".repeat(depth)}${sign} ${nodeInWords(program, node)}`;
  return [line, ...node.children.flatMap((child) => requirementLines(program, child, depth + 1))];
}

const mark = (isMet: boolean): string => (isMet ? "✓" : "✗");

function nodeInWords(program: Program, node: AssessedRequirement): string {
  const group = node.group === null ? "" : ` for ${node.group}`;
  const asked = node.isAsked ? "" : " (not asked of this partner)";
  return `${describeNode(program, node, group)}${asked}`;
}

/** The plural of the grouping attribute, such as "regions". */
function groupsOf(program: Program, path: string): string {
  const node = everyRequirement(program).find((candidate) => candidate.path === path);
  return node?.kind === "grouped" ? groupWords(program, node.by).many : "groups";
}

function describeNode(program: Program, node: AssessedRequirement, group: string): string {
  switch (node.kind) {
    case "threshold":
      return `${node.title}${group}: ${measuredInWords(program, node)}`;
    case "score":
      return `${node.title}${group}: ${measuredInWords(program, node)}${othersInWords(node, program.language)}`;
    case "term":
      return limitedTerm(program, node);
    case "tenure": {
      const since = node.since === null ? "is not held" : `held since ${formatForReading(node.since)}`;
      const first = node.since === null ? "was not held before" : `first held on ${formatForReading(node.since)}`;
      return node.bound === "at-most"
        ? `${titleOf(program, node.tier)} ${first}, asked at most ${plural(node.months, "month")} ago`
        : `${titleOf(program, node.tier)} ${since}, asked ${plural(node.months, "month")}`;
    }
    case "approval":
      return `${node.title}: ${node.isMet ? "granted" : "not granted"}`;
    case "grouped":
      return `${node.metCount} of ${node.children.length} ${groupsOf(program, node.path)} meet this, ${node.needed} needed`;
    case "inherited":
      return "its own requirement and those that it inherits";
    case "all":
      return `all of these${group}: ${node.metCount} of ${node.needed}`;
    default:
      return `${node.needed} of these ${node.children.length}${group}: ${node.metCount} met`;
  }
}

function measuredInWords(program: Program, node: AssessedThreshold | AssessedScore): string {
  const shown = (text: string) =>
    node.unit === "points" ? `${decimalOfText(text)} points` : inUnit(text, node.unit, program);
  const actual = node.actual === null ? "no value" : shown(node.actual);
  const market = node.market === null ? "" : ` in ${node.market.name}`;
  const distance = node.unit === "points" ? shown(node.gap) : distanceInWords(node.gap, node.unit, program);
  const gap = node.gap === "0" ? "" : `, ${distance} ${isUpper(node.bound) ? "too many" : "missing"}`;
  const asked = node.unit === "points" ? boundInWords(node.bound, shown(node.target)) : barInWords(node, program);
  return `${actual}, asked ${asked}${market}${gap}`;
}

const isUpper = (bound: string): boolean => bound === "at-most" || bound === "less-than";

function limitedTerm(program: Program, term: AssessedTerm): string {
  const limits = [
    ...(term.cap === null ? [] : [`at most ${decimalOfText(term.cap)}`]),
    ...(term.floor === null ? [] : [`at least ${decimalOfText(term.floor)}`]),
  ];
  return `${term.title}: ${termInWords(term, program)}${limits.length === 0 ? "" : ` (${limits.join(", ")})`}`;
}

function pathLines(program: Program, { explanation, paths }: DryRunPlacement): string[] {
  if (explanation.next === null || explanation.next.isMet) return [];
  const title = titleOf(program, explanation.next.tier);
  if (paths.length === 0) return [`No way to ${title} is known.`];
  return [
    `Shortest ways to ${title}:`,
    ...paths.map(({ steps }, i) => `  ${i + 1}. ${steps.map((step) => stepInWords(program, step)).join("; ")}`),
  ];
}
