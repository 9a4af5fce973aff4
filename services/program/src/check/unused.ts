import { type Measure, operandsOf } from "../document/measures/index.js";
import { titleFromName } from "../document/notation/index.js";
import { everyRequirement, everyTerm, type Program } from "../document/program/index.js";
import { citedByTerm, citedMeasures, scoresWithin } from "../document/requirements/index.js";
import type { Finding } from "./finding.js";

/** Finds what is declared and never used. */
export function findUnused(program: Program): Finding[] {
  const requirements = everyRequirement(program);
  const [measures, scores] = [usedMeasures(program), usedScores(program)];
  const approvals = new Set(requirements.flatMap((node) => (node.kind === "approval" ? [node.approval] : [])));
  const reviews = new Set(program.measures.flatMap(reviewsIn));
  const expected = new Set(program.tiers.flatMap(({ expects }) => expects));
  const benefits = new Set(program.tiers.flatMap((tier) => tier.benefits.map(({ benefit }) => benefit)));
  return [
    ...leftOver("UNUSED_MEASURE", "measures", program.measures, measures, "no requirement and no score cites it"),
    ...leftOver(
      "UNUSED_SCORE",
      "scores",
      program.scores.flatMap(({ name, title }) => (name === null ? [] : [{ name, title }])),
      scores,
      "no requirement asks for it",
    ),
    ...leftOver(
      "UNUSED_RULE",
      "rules",
      program.rules.map(({ name }) => ({ name, title: titleFromName(name) })),
      new Set(requirements.flatMap(({ rule }) => rule ?? [])),
      "no tier and no track cites it",
    ),
    ...leftOver("UNUSED_TERM", "terms", titledTerms(program), citedTerms(program), "no score cites it"),
    ...leftOver("UNUSED_WEIGHT", "weights", titledWeights(program), usedWeights(program), "no term names it"),
    ...leftOver("UNUSED_APPROVAL", "approvals", program.approvals, approvals, "no requirement asks for it"),
    ...leftOver("UNUSED_REVIEW", "reviews", program.reviews, reviews, "no measure takes its score"),
    ...leftOver("UNUSED_BENEFIT", "benefits", program.benefits, benefits, "no tier gives it"),
    ...leftOver("UNUSED_EXPECTATION", "expectations", program.expectations, expected, "no tier expects it"),
  ];
}

/** The measures that any requirement uses, with their operands. */
export function neededMeasures(program: Program): Set<string> {
  return withOperands(program, everyRequirement(program).flatMap(citedMeasures));
}

function usedMeasures(program: Program): Set<string> {
  const inScores = everyTerm(program).flatMap(citedByTerm);
  return new Set([...neededMeasures(program), ...withOperands(program, inScores)]);
}

/** The cited measures with their operands. */
export function withOperands(program: Program, cited: readonly string[]): Set<string> {
  const used = new Set<string>();
  const use = (measure: Measure): void => {
    if (used.has(measure.name)) return;
    used.add(measure.name);
    for (const operand of operandsOf(measure)) use(operand);
  };
  const names = new Set(cited);
  for (const measure of program.measures) if (names.has(measure.name)) use(measure);
  return used;
}

function usedScores(program: Program): Set<string> {
  const asked = everyRequirement(program).flatMap((node) => (node.kind === "score" ? [node.score] : []));
  return new Set(asked.flatMap(scoresWithin).flatMap(({ name }) => name ?? []));
}

const titledTerms = ({ terms }: Program) => terms.map(({ name, term: { title } }) => ({ name, title }));
const titledWeights = ({ weights }: Program) => weights.map(({ name }) => ({ name, title: titleFromName(name) }));
const citedTerms = (program: Program): Set<string> => new Set(everyTerm(program).flatMap(({ term }) => term ?? []));

const usedWeights = (program: Program): Set<string> =>
  new Set(everyTerm(program).flatMap((term) => (term.kind === "any" ? [] : (term.weight?.name ?? []))));

const reviewsIn = (measure: Measure): string[] =>
  measure.kind === "review" ? [measure.review] : operandsOf(measure).flatMap(reviewsIn);

function leftOver(
  code: Finding["code"],
  section: string,
  declared: readonly { readonly name: string; readonly title: string }[],
  used: ReadonlySet<string>,
  because: string,
): Finding[] {
  return declared
    .filter(({ name }) => !used.has(name))
    .map(({ name, title }) => ({
      code,
      severity: "warning",
      path: `${section}.${name}`,
      message: `${title} is not used: ${because}.`,
      remedy: "Use it where it was meant, or leave it out.",
    }));
}
