import type { Requirement, ScoreRequirement } from "../document/requirements/index.js";
import { ONE, toExactString } from "../exact/index.js";
import { leaf, leafOf } from "./assess-threshold.js";
import type { Assessment } from "./assessed.js";
import { barFor, gapTo, isReached, shareOf } from "./bar.js";
import { meanOfBest } from "./combine.js";
import { bestOf, sheetOf, textOrNull } from "./count-score.js";
import type { Evidence } from "./evidence.js";

type Assess = (requirement: Requirement, evidence: Evidence) => Assessment;

/**
 * Assesses a score: its total against the bound, and each term against its floor. Of several scores the largest total
 * is chosen first, and only then are its floors checked; a smaller total with met floors does not help.
 */
export function assessScore(requirement: ScoreRequirement, evidence: Evidence, assess: Assess): Assessment {
  const { counted, others } = bestOf(requirement.score, evidence, assess);
  const bar = barFor({ ...requirement, target: requirement.total }, evidence);
  const floors = counted.terms.filter(({ term }) => term.floor !== null);
  const isMet = isReached(bar, counted.total) && floors.every(({ assessment }) => assessment.node.isMet);
  const parts = [{ fraction: shareOf(bar, counted.total, null) }, ...floors.map(({ assessment }) => assessment)];
  return leaf({
    fraction: isMet ? ONE : meanOfBest(parts.length, parts),
    node: {
      kind: "score",
      ...leafOf(requirement, evidence, isMet),
      title: counted.sheet.title,
      unit: "points",
      bound: bar.bound,
      target: toExactString(bar.target),
      actual: toExactString(counted.total),
      gap: toExactString(gapTo(bar, counted.total, null)),
      market: bar.market,
      score: counted.sheet.name,
      cap: textOrNull(counted.sheet.cap),
      ...(others.length === 0 ? {} : { others: others.map((other) => sheetOf(other, true)) }),
      children: counted.terms.map(({ assessment }) => assessment.node),
    },
  });
}
