import type { Requirement, Score, ScoreRequirement, ScoreSheet, ScoreTerm } from "../document/requirement.js";
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  roundDown,
  toExactString,
  ZERO,
} from "../exact/rational.js";
import { actualOf, leaf, leafOf, measureNamed } from "./assess-threshold.js";
import type { Assessment, ScoreTotal } from "./assessed.js";
import { barFor, gapTo, isReached, shareOf } from "./bar.js";
import { meanOfBest } from "./combine.js";
import type { Evidence } from "./evidence.js";
import { isAsked } from "./subject.js";

type Assess = (requirement: Requirement, evidence: Evidence) => Assessment;

/**
 * Judges a score: its total against the bound, and each term against its floor. Where the best of several counts, the
 * one with the larger total is taken first, and only then are its floors asked: a smaller total whose floors hold does
 * not help.
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
      ...(others.length === 0 ? {} : { others: others.map(totalOf) }),
      children: counted.terms.map(({ assessment }) => assessment.node),
    },
  });
}

interface CountedSheet {
  readonly sheet: ScoreSheet;
  readonly total: Rational;
  readonly terms: readonly CountedTerm[];
}
interface CountedTerm {
  readonly term: ScoreTerm;
  readonly points: Rational;
  readonly assessment: Assessment;
}

interface BestSheet {
  readonly counted: CountedSheet;
  readonly others: readonly CountedSheet[];
}

function bestOf(score: Score, evidence: Evidence, assess: Assess): BestSheet {
  if (score.kind === "sheet") return { counted: countSheet(score, evidence, assess), others: [] };
  const sheets = score.of.map((sheet) => countSheet(sheet, evidence, assess));
  const [first, ...rest] = sheets;
  if (first === undefined) throw new Error(`Score ${score.name} has nothing to choose from`);
  const counted = rest.reduce((best, other) => (compare(other.total, best.total) > 0 ? other : best), first);
  return { counted, others: sheets.filter((sheet) => sheet !== counted) };
}

const totalOf = ({ sheet, total }: CountedSheet): ScoreTotal => ({
  score: sheet.name,
  title: sheet.title,
  total: toExactString(total),
});

function countSheet(sheet: ScoreSheet, evidence: Evidence, assess: Assess): CountedSheet {
  const terms = sheet.terms
    .filter(({ audience }) => isAsked(audience, evidence.subject))
    .map((term) => countTerm(term, evidence, assess));
  const sum = terms.reduce((total, { points }) => add(total, points), ZERO);
  return { sheet, terms, total: atMost(sheet.cap, sum) };
}

function countTerm(term: ScoreTerm, evidence: Evidence, assess: Assess): CountedTerm {
  const { measure, value } = largestOf(term, evidence);
  const gate = term.gate === null ? null : assess(term.gate, evidence).node;
  const points = gate === null || gate.isMet ? atMost(term.cap, pointsFor(term, value ?? ZERO)) : ZERO;
  const isMet = term.floor === null || compare(points, term.floor) >= 0;
  const fraction = isMet ? ONE : shareOf({ bound: "at-least", target: term.floor ?? ZERO, market: null }, points, null);
  const assessment = leaf({
    fraction,
    node: {
      kind: "term",
      ...leafOf(term, evidence, isMet),
      title: term.title,
      measure: measure.name,
      unit: measure.unit,
      actual: textOrNull(value),
      points: toExactString(points),
      cap: textOrNull(term.cap),
      floor: textOrNull(term.floor),
      rate: { points: toExactString(term.points), each: toExactString(term.each), isWhole: term.isWhole },
      children: gate === null ? [] : [gate],
    },
  });
  return { term, points, assessment };
}

/** Of several measures the largest counts; of equals the one that is named first. */
function largestOf({ measures }: ScoreTerm, evidence: Evidence) {
  const [first, ...others] = measures.map((name) => {
    const measure = measureNamed(name, evidence);
    return { measure, value: actualOf(measure, evidence) };
  });
  if (first === undefined) throw new Error("A term cites no measure");
  return others.reduce(
    (best, other) =>
      other.value !== null && (best.value === null || compare(other.value, best.value) > 0) ? other : best,
    first,
  );
}

/** Exactly: 7 people at 15 points for each 7 are 15 points, where 2.14 a person would be 14.98. */
function pointsFor({ points, each, isWhole }: ScoreTerm, value: Rational): Rational {
  const times = divide(value, each);
  return multiply(isWhole ? rational(roundDown(times, 0)) : times, points);
}

function atMost(cap: Rational | null, value: Rational): Rational {
  return cap !== null && compare(value, cap) > 0 ? cap : value;
}

function textOrNull(value: Rational | null): string | null {
  return value === null ? null : toExactString(value);
}
