import { measureNamed } from "../document/program/index.js";
import type {
  ChoiceTerm,
  MeasureTerm,
  RatedTerm,
  Requirement,
  Score,
  ScoreSheet,
  ScoreTerm,
  TotalTerm,
} from "../document/requirements/index.js";
import {
  add,
  atMost,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  roundDown,
  toExactString,
  ZERO,
} from "../exact/index.js";
import { actualOf, leafOf } from "./assess-threshold.js";
import type { AssessedRequirement, AssessedSheet, AssessedTerm, Assessment, ScoreTotal } from "./assessed.js";
import { shareOf } from "./bar.js";
import type { Evidence } from "./evidence.js";
import { isAsked } from "./subject.js";
import { weigh } from "./weigh.js";

/** How gates are assessed. */
type Assess = (requirement: Requirement, evidence: Evidence) => Assessment;

export interface CountedSheet {
  readonly sheet: ScoreSheet;
  readonly total: Rational;
  readonly terms: readonly CountedTerm[];
}
export interface CountedTerm {
  readonly term: ScoreTerm;
  readonly points: Rational;
  readonly assessment: Assessment & { readonly node: AssessedTerm };
}
export interface CountedScore {
  readonly counted: CountedSheet;
  /** The scores that did not count, where the best of several does. */
  readonly others: readonly CountedSheet[];
}

/** The points of a score for a partner, term by term. */
export function bestOf(score: Score, evidence: Evidence, assess: Assess): CountedScore {
  if (score.kind === "sheet") return { counted: countSheet(score, evidence, assess), others: [] };
  const sheets = score.of.map((sheet) => countSheet(sheet, evidence, assess));
  const [first, ...rest] = sheets;
  if (first === undefined) throw new Error(`Score ${score.name} has nothing to choose from`);
  const counted = rest.reduce((best, other) => (compare(other.total, best.total) > 0 ? other : best), first);
  return { counted, others: sheets.filter((sheet) => sheet !== counted) };
}

export const totalOf = ({ sheet, total }: CountedSheet): ScoreTotal => ({
  score: sheet.name,
  title: sheet.title,
  total: toExactString(total),
});

/** A score that did not count; without floors where they are not asked. */
export const sheetOf = (counted: CountedSheet, asksFloors: boolean): AssessedSheet => ({
  ...totalOf(counted),
  cap: textOrNull(counted.sheet.cap),
  terms: counted.terms.map(({ assessment: { node } }) => (asksFloors ? node : withoutFloor(node))),
});

export function textOrNull(value: Rational | null): string | null {
  return value === null ? null : toExactString(value);
}

function countSheet(sheet: ScoreSheet, evidence: Evidence, assess: Assess): CountedSheet {
  const terms = sheet.terms
    .filter(({ audience }) => isAsked(audience, evidence.subject))
    .map((term) => countTerm(term, evidence, assess));
  const sum = terms.reduce((total, { points }) => add(total, points), ZERO);
  return { sheet, terms, total: atMost(sheet.cap, sum) };
}

function countTerm(term: ScoreTerm, evidence: Evidence, assess: Assess): CountedTerm {
  const given = pointsOfTerm(term, evidence, assess);
  const gate = term.gate === null ? null : assess(term.gate, evidence).node;
  const points = gate === null || gate.isMet ? atMost(term.cap, given.points) : ZERO;
  const isMet = term.floor === null || compare(points, term.floor) >= 0;
  const fraction = isMet ? ONE : shareOf({ bound: "at-least", target: term.floor ?? ZERO, market: null }, points, null);
  const node: AssessedTerm = {
    kind: "term",
    ...leafOf(term, evidence, isMet),
    title: term.title,
    ...given.details,
    points: toExactString(points),
    cap: textOrNull(term.cap),
    floor: textOrNull(term.floor),
    fraction: toExactString(fraction),
    children: [...(gate === null ? [] : [gate]), ...given.children],
  };
  return { term, points, assessment: { fraction, node } };
}

/** The points of a term before its gate and cap, with their details. */
interface TermPoints {
  readonly points: Rational;
  readonly details: Pick<AssessedTerm, "measure" | "unit" | "actual" | "rate" | "weighted" | "score" | "isChoice">;
  readonly children: readonly AssessedRequirement[];
}

function pointsOfTerm(term: ScoreTerm, evidence: Evidence, assess: Assess): TermPoints {
  switch (term.kind) {
    case "measure":
      return pointsOfMeasure(term, evidence);
    case "score":
      return pointsOfTotal(term, evidence, assess);
    case "any":
      return pointsOfChoice(term, evidence, assess);
  }
}

/** The largest of several measures counts; the first of equal ones. */
function pointsOfMeasure(term: MeasureTerm, evidence: Evidence): TermPoints {
  const [first, ...others] = term.measures.map((name) => {
    const measure = measureNamed(evidence.program, name);
    const actual = actualOf(measure, evidence);
    const weighed = term.weight && weigh(term.weight, { measure, value: actual ?? ZERO }, evidence);
    return { measure, actual, weighed, value: actual === null ? null : (weighed?.value ?? actual) };
  });
  if (first === undefined) throw new Error("A term cites no measure");
  const { measure, actual, weighed, value } = others.reduce(
    (best, other) =>
      other.value !== null && (best.value === null || compare(other.value, best.value) > 0) ? other : best,
    first,
  );
  return {
    points: pointsFor(term, value ?? ZERO),
    details: {
      measure: measure.name,
      unit: measure.unit,
      actual: textOrNull(actual),
      rate: rateOf(term),
      ...(weighed === null ? {} : { weighted: weighed.assessed }),
    },
    children: [],
  };
}

function pointsOfTotal(term: TotalTerm, evidence: Evidence, assess: Assess): TermPoints {
  const { counted, others } = bestOf(term.score, evidence, assess);
  const weighed = term.weight && weigh(term.weight, { measure: null, value: counted.total }, evidence);
  return {
    points: pointsFor(term, weighed?.value ?? counted.total),
    details: {
      measure: null,
      unit: "points",
      actual: toExactString(counted.total),
      rate: rateOf(term),
      score: {
        ...totalOf(counted),
        cap: textOrNull(counted.sheet.cap),
        others: others.map((other) => sheetOf(other, false)),
      },
      ...(weighed === null ? {} : { weighted: weighed.assessed }),
    },
    children: counted.terms.map(({ assessment }) => withoutFloor(assessment.node)),
  };
}

/** Floors apply only where the term's own score is required. */
const withoutFloor = (term: AssessedTerm): AssessedTerm => ({
  ...term,
  floor: null,
  isMet: true,
  metCount: 1,
  fraction: "1",
});

function pointsOfChoice(term: ChoiceTerm, evidence: Evidence, assess: Assess): TermPoints {
  const alternatives = term.of.map((alternative) => countTerm(alternative, evidence, assess));
  const [first, ...others] = alternatives;
  if (first === undefined) throw new Error("A term has no alternatives");
  const best = others.reduce((known, other) => (compare(other.points, known.points) > 0 ? other : known), first);
  const { measure, unit, actual, rate, weighted, score } = best.assessment.node;
  return {
    points: best.points,
    details: {
      measure,
      unit,
      actual,
      rate,
      isChoice: true,
      ...(weighted === undefined ? {} : { weighted }),
      ...(score === undefined ? {} : { score }),
    },
    children: alternatives.map((alternative): AssessedTerm => {
      const { node } = alternative.assessment;
      return alternative === best ? node : { ...node, isBeaten: true };
    }),
  };
}

const rateOf = ({ points, each, isWhole }: RatedTerm): AssessedTerm["rate"] => ({
  points: toExactString(points),
  each: toExactString(each),
  isWhole,
});

/** Exactly: 7 people at 15 points for each 7 are 15 points, where 2.14 a person would be 14.98. */
function pointsFor({ points, each, isWhole }: RatedTerm, value: Rational): Rational {
  const times = divide(value, each);
  return multiply(isWhole ? rational(roundDown(times, 0)) : times, points);
}
