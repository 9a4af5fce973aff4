import {
  type AssessedScore,
  type AssessedTerm,
  assessRequirement,
  type Evidence,
  type Subject,
} from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { type ScoreRequirement, termsWithin } from "../document/requirements/index.js";
import {
  compare,
  currencyDigits,
  decimalOfText,
  fromMinorUnits,
  type Rational,
  subtract,
  ZERO,
} from "../exact/index.js";
import { solve } from "../feasibility/index.js";
import type { MeasureValue } from "../measure/index.js";
import { termInWords } from "../place/index.js";
import { inUnit } from "../words/index.js";
import type { WorkedExample } from "./worked-example.js";

export interface ScoreExample extends WorkedExample {
  /** The classified track of the example; null where tracks make no difference. */
  readonly track: string | null;
  /** The terms of the partner that just meets it. */
  readonly terms: readonly AssessedTerm[];
  /** Its total, as exact text. */
  readonly total: string;
}

/** The first of `scoreExamples`; null where no sufficient values were found. */
export const scoreExample = (program: Program, requirement: ScoreRequirement): ScoreExample | null =>
  scoreExamples(program, requirement)[0] ?? null;

/**
 * Made-up partners: one that just reaches the score, and one that just misses it. One example for each classified track
 * where terms differ by track.
 */
export function scoreExamples(program: Program, requirement: ScoreRequirement): ScoreExample[] {
  const groups = subjectsFor(program, requirement).map(({ track, subjects }) =>
    subjects.flatMap((subject) => exampleFor(program, requirement, { track, subject }) ?? []).slice(0, 1),
  );
  return groups.flat();
}

function exampleFor(
  program: Program,
  requirement: ScoreRequirement,
  { track, subject }: { readonly track: string | null; readonly subject: Subject },
): ScoreExample | null {
  const evidence = solve(program, [requirement], subject);
  const enough = evidence && judged(requirement, evidence);
  if (evidence === null || enough === null) return null;
  const terms = termsOf(enough);
  return {
    track,
    terms,
    total: enough.actual ?? "0",
    meets: `${points(enough.actual)} points are enough: ${terms.map((term) => describeTerm(term, program)).join("; ")}.`,
    misses: missing(program, requirement, { evidence, terms }),
  };
}

interface ExampleSubjects {
  /** Null where classification makes no difference. */
  readonly track: string | null;
  /** Tried in order; fewer tracks first. */
  readonly subjects: readonly Subject[];
}

function subjectsFor(program: Program, { audience, score }: ScoreRequirement): ExampleSubjects[] {
  const counted = termsWithin(score).flatMap((term) => term.audience.tracks);
  const isClassified = (name: string) => program.tracks.find((track) => track.name === name)?.classified != null;
  const chosen = [...new Set(counted)].filter((name) => !isClassified(name));
  const asked = (tracks: readonly string[]): Subject => ({
    tracks,
    region: audience.regions[0] ?? null,
    country: audience.countries[0] ?? null,
    market: program.markets.find(({ name }) => name === audience.markets[0]) ?? null,
  });
  const own = audience.tracks.slice(0, 1);
  const classified = [...new Set(counted)].filter(
    (name) => isClassified(name) && (audience.tracks.length === 0 || !own.some(isClassified) || own.includes(name)),
  );
  if (classified.length === 0) return [{ track: null, subjects: [asked(own), asked([...own, ...chosen])] }];
  return classified.map((track) => ({
    track,
    subjects: [asked([...new Set([...own, track])]), asked([...new Set([...own, ...chosen, track])])],
  }));
}

function judged(requirement: ScoreRequirement, evidence: Evidence): AssessedScore | null {
  const { node } = assessRequirement(requirement, evidence);
  return node.kind === "score" && node.isAsked ? node : null;
}

const termsOf = ({ children }: AssessedScore): AssessedTerm[] =>
  children.filter((child): child is AssessedTerm => child.kind === "term");

/** Lowers one measure by a step; if that is not enough, removes it; if that is not enough, removes all. */
function missing(
  program: Program,
  requirement: ScoreRequirement,
  { evidence, terms }: { readonly evidence: Evidence; readonly terms: readonly AssessedTerm[] },
): string | null {
  const leaves = terms.flatMap(measuredIn);
  const counted = leaves.flatMap(({ measure, title, unit }) => {
    if (measure === null) return [];
    const value = evidence.measures.get(measure)?.value ?? ZERO;
    if (compare(value, ZERO) <= 0) return [];
    const less = subtract(
      value,
      fromMinorUnits(1n, unit === "money" ? currencyDigits(program.currency) : unit === "count" ? 0 : 2),
    );
    return [{ measure, title, less: compare(less, ZERO) < 0 ? ZERO : less }];
  });
  for (const { measure, title, less } of [...counted, ...counted.map((one) => ({ ...one, less: ZERO }))]) {
    const node = judged(requirement, withValues(evidence, new Map([[measure, less]])));
    const unit = leaves.find((term) => term.measure === measure)?.unit ?? "points";
    if (node !== null && !node.isMet)
      return `With ${title} of ${inUnit(textOf(less), unit, program)} ${fallsShort(node)}.`;
  }
  const nothing = judged(requirement, withValues(evidence, new Map(counted.map(({ measure }) => [measure, ZERO]))));
  return nothing === null || nothing.isMet ? null : `With nothing of these ${fallsShort(nothing)}.`;
}

function fallsShort(node: AssessedScore): string {
  const low = termsOf(node).find(({ isMet }) => !isMet);
  const total = `the total is ${points(node.actual)} points`;
  if (node.gap !== "0" || low === undefined) return `${total}, which is not`;
  return `${total}, but ${low.title} gives ${points(low.points)} of the ${points(low.floor)} points that it must, which is not`;
}

function withValues(evidence: Evidence, values: ReadonlyMap<string, Rational>): Evidence {
  const measures = [...evidence.measures].map(([name, measured]) => {
    const value = values.get(name);
    return [name, value === undefined ? measured : lowered(measured, value)] as const;
  });
  return { ...evidence, measures: new Map(measures) };
}

/** The terms that count measures: the alternative that counts, and the terms of a counted score. */
function measuredIn(term: AssessedTerm): AssessedTerm[] {
  if (term.isBeaten) return [];
  if (!term.isChoice && term.score === undefined) return [term];
  return term.children.flatMap((part) => (part.kind === "term" ? measuredIn(part) : []));
}

function describeTerm(term: AssessedTerm, program: Program): string {
  if (term.isChoice || term.score !== undefined || term.weighted !== undefined)
    return `${term.title}: ${termInWords(term, program)}`;
  return `${term.title} of ${inUnit(term.actual ?? "0", term.unit, program)} gives ${points(term.points)}`;
}

/** Reduces the largest group first, down to zero. */
function lowered(measured: MeasureValue, value: Rational): MeasureValue {
  const groups = [...(measured.groups ?? [])].sort(([, a], [, b]) => compare(b, a));
  const [largest, ...others] = groups;
  if (largest === undefined) return { ...measured, value };
  const left = subtract(largest[1], subtract(measured.value ?? ZERO, value));
  const kept =
    compare(left, ZERO) < 0
      ? groups.map(([group]) => [group, ZERO] as const)
      : [[largest[0], left] as const, ...others];
  return { ...measured, value, groups: new Map(kept) };
}

const points = (text: string | null): string => decimalOfText(text ?? "0");
const textOf = ({ num, den }: Rational): string => (den === 1n ? String(num) : `${num}/${den}`);
