import type { Score, ScoreSheet, ScoreTerm } from "./requirement.js";

/** The sums of a score: itself, or its candidates where the best counts. */
export const sheetsOf = (score: Score): readonly ScoreSheet[] => (score.kind === "sheet" ? [score] : score.of);

/** Every term of a score: its own, alternatives, and those of counted scores. */
export const termsWithin = (score: Score): ScoreTerm[] =>
  sheetsOf(score).flatMap(({ terms }) => terms.flatMap(termsOfTerm));

/** A term with its alternatives and the terms of the score that it counts. */
export function termsOfTerm(term: ScoreTerm): ScoreTerm[] {
  if (term.kind === "any") return [term, ...term.of.flatMap(termsOfTerm)];
  return term.kind === "score" ? [term, ...termsWithin(term.score)] : [term];
}

/** A score, its candidates, and the scores that they count. */
export const scoresWithin = (score: Score): Score[] => [
  score,
  ...(score.kind === "best-of" ? score.of : []),
  ...termsWithin(score).flatMap((term) => (term.kind === "score" ? [term.score, ...sheetsOf(term.score)] : [])),
];

/** The nesting depth of a score, and its number of terms with all counted scores written out. */
export interface ExtentOfScore {
  readonly height: number;
  readonly terms: number;
}
const extents = new WeakMap<Score, ExtentOfScore>();

/** Computed once for each score: a few names could expand to millions of terms. */
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
