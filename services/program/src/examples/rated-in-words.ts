import type { Program } from "../document/program/index.js";
import type { RatedTerm, ScoreTerm } from "../document/requirements/index.js";
import type { WeightTable } from "../document/weights/index.js";
import { formatPercent, toExactString } from "../exact/index.js";
import { countIn, inUnit, inWords, percentIn } from "../words/index.js";
import { termMessages } from "./requirement.messages.js";

/** A term of a score in one sentence, without Markdown: "Net adds: 3 points for each 1". */
export function scoreTermInWords(program: Program, term: ScoreTerm): string {
  const { language } = program;
  const { title } = term;
  if (term.kind === "any") {
    const ways = term.of.map((part) =>
      termMessages.way(language, { title: part.title, rate: rateInWords(program, part) }),
    );
    return termMessages.best(language, { title, ways: ways.join(termMessages.or(language)) });
  }
  const values = { title, rate: rateInWords(program, term), weight: weightInWords(program, term.weight) };
  return term.kind === "score"
    ? termMessages.termOfScore(language, { ...values, score: term.score.title })
    : termMessages.term(language, values);
}

function rateInWords(program: Program, term: RatedTerm): string {
  const { language } = program;
  const values = { points: countIn(language, term.points), each: eachInWords(program, term) };
  return termMessages[term.isWhole ? "rateWhole" : "rate"](language, values);
}

/** The unit that the points are given for. */
export const eachInWords = (program: Program, term: RatedTerm): string =>
  inUnit(toExactString(term.each), unitOf(program, term), program);

export const unitOf = (program: Program, term: RatedTerm) =>
  (term.kind === "measure" ? program.measures.find(({ name }) => name === term.measures[0])?.unit : null) ?? "points";

function weightInWords(program: Program, weight: WeightTable | null): string {
  if (weight === null) return "";
  const { language } = program;
  const factors = weight.factors.map(
    ({ of, factor }) => `${valuesInWords(program, weight, of)} ${percentIn(language, factor)}`,
  );
  return termMessages.weight(language, { by: inWords([...weight.by], language), factors });
}

/** "Growth markets and azure", "any other market and azure". */
function valuesInWords({ markets, language }: Program, { by }: WeightTable, of: readonly (string | null)[]): string {
  const titled = (name: string, what: string) =>
    what === "market" ? (markets.find((market) => market.name === name)?.title ?? name) : name;
  const values = by.map((what, i) => (of[i] == null ? termMessages.anyOther(language, { what }) : titled(of[i], what)));
  return inWords(values, language);
}

/** The rows of a table of factors, each with words for its keys and its factor. */
export const weightRows = (program: Program, weight: WeightTable): string[][] =>
  weight.factors.map(({ of, factor }) => [valuesInWords(program, weight, of), formatPercent(factor)]);
