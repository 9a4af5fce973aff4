import type { AssessedRequirement, TierAssessment } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { toExactString } from "../exact/index.js";
import { stepInWords } from "../path-to-tier/index.js";
import type { DryRunPlacement } from "./place-dry-run.js";

/** A placement as plain data, every number as exact text. */
export function placementAsJson(program: Program, { partner, record, explanation, paths }: DryRunPlacement) {
  return {
    partner,
    asOf: record.asOf,
    tier: record.tier,
    outcome: record.outcome,
    effectiveOn: record.effectiveOn,
    scores: scoresIn(explanation.tiers),
    summary: explanation.summary,
    safeguards: record.safeguards,
    tiers: explanation.tiers,
    next: explanation.next,
    ways: paths.map(({ effort, steps }) => ({
      effort: toExactString(effort),
      steps: steps.map((step) => ({
        kind: step.kind,
        path: step.path,
        inWords: stepInWords(program, step),
        ...(step.kind === "measure"
          ? { measure: step.measure, group: step.group, by: toExactString(step.by) }
          : { subject: step.subject }),
      })),
    })),
    measures: record.inputs.measures,
  };
}

/** The totals of all required scores: by name, or by address where a score has none. */
export function scoresIn(tiers: readonly TierAssessment[]): Record<string, string> {
  return Object.fromEntries(
    tiers
      .flatMap(({ requirement }) => (requirement === null ? [] : scoreNodes(requirement)))
      .map(({ key, total }) => [key, total]),
  );
}

function scoreNodes(node: AssessedRequirement): { key: string; total: string }[] {
  const own = node.kind === "score" && node.isAsked ? [{ key: keyOf(node), total: node.actual ?? "0" }] : [];
  return [...own, ...node.children.flatMap(scoreNodes)];
}

const keyOf = ({ score, path, group }: Extract<AssessedRequirement, { kind: "score" }>): string =>
  group === null ? (score ?? path) : `${score ?? path} ${group}`;
