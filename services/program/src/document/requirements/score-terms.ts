import type { Score, ScoreSheet, ScoreTerm } from "./requirement.js";

/** The sums of terms that a score is made of: itself, or those of which the best counts. */
export const sheetsOf = (score: Score): readonly ScoreSheet[] => (score.kind === "sheet" ? [score] : score.of);

/** Every term by which a score is counted: its own, their alternatives, and those of scores whose totals count in it. */
export const termsWithin = (score: Score): ScoreTerm[] =>
  sheetsOf(score).flatMap(({ terms }) => terms.flatMap(termsOfTerm));

/** A term with its alternatives, and with the terms of the score that it counts. */
export function termsOfTerm(term: ScoreTerm): ScoreTerm[] {
  if (term.kind === "any") return [term, ...term.of.flatMap(termsOfTerm)];
  return term.kind === "score" ? [term, ...termsWithin(term.score)] : [term];
}

/** A score, those of which it is the best, and those whose totals count in any of them. */
export const scoresWithin = (score: Score): Score[] => [
  score,
  ...(score.kind === "best-of" ? score.of : []),
  ...termsWithin(score).flatMap((term) => (term.kind === "score" ? [term.score, ...sheetsOf(term.score)] : [])),
];

/** How many scores stand in one another, and how many terms that comes to where each is written out. */
export interface ExtentOfScore {
  readonly height: number;
  readonly terms: number;
}
const extents = new WeakMap<Score, ExtentOfScore>();

/** Worked out once a score: few names would come to millions of terms otherwise. */
export function extentOf(score: Score): ExtentOfScore {
  const known = extents.get(score);
  if (known !== undefined) return known;
  const parts = sheetsOf(score).flatMap(({ terms }) => terms.map(extentOfTerm));
  const extent = {
    height: 1 + Math.max(0, ...parts.map(({ height }) => height)),
    terms: parts.reduce((sum, { terms }) => sum + terms, 0),
  };
  extents.set(score, extent);
  return extent;
}

function extentOfTerm(term: ScoreTerm): ExtentOfScore {
  if (term.kind === "measure") return { height: 0, terms: 1 };
  const parts = term.kind === "score" ? [extentOf(term.score)] : term.of.map(extentOfTerm);
  return {
    height: Math.max(...parts.map(({ height }) => height)),
    terms: parts.reduce((sum, { terms }) => sum + terms, 1),
  };
}
