import type { Program } from "../document/program/index.js";
import type { RatedTerm, ScoreTerm } from "../document/requirements/index.js";
import type { WeightTable } from "../document/weights/index.js";
import { formatCount, formatPercent, toExactString } from "../exact/index.js";
import { inUnit, inWords } from "../words/index.js";

/** A term of a score in one sentence, without Markdown: "Net adds: 3 points for each 1". */
export function scoreTermInWords(program: Program, term: ScoreTerm): string {
  if (term.kind === "any") {
    const ways = term.of.map((part) => `${part.title}, ${rateInWords(program, part)}`);
    return `${term.title}: the one that gives most of ${ways.join("; or ")}`;
  }
  const of = term.kind === "score" ? ` of the total of ${term.score.title}` : "";
  return `${term.title}: ${rateInWords(program, term)}${of}${weightInWords(program, term.weight)}`;
}

function rateInWords(program: Program, term: RatedTerm): string {
  return `${formatCount(term.points)} points for each ${term.isWhole ? "whole " : ""}${eachInWords(program, term)}`;
}

/** The unit that the points are given for. */
export const eachInWords = (program: Program, term: RatedTerm): string =>
  inUnit(toExactString(term.each), unitOf(program, term), program);

export const unitOf = (program: Program, term: RatedTerm) =>
  (term.kind === "measure" ? program.measures.find(({ name }) => name === term.measures[0])?.unit : null) ?? "points";

function weightInWords(program: Program, weight: WeightTable | null): string {
  if (weight === null) return "";
  const factors = weight.factors.map(
    ({ of, factor }) => `${valuesInWords(program, weight, of)} ${formatPercent(factor)}`,
  );
  return `, times a factor by ${inWords([...weight.by])} (${factors.join(", ")})`;
}

/** "Growth markets and azure", "any other market and azure". */
function valuesInWords({ markets }: Program, { by }: WeightTable, of: readonly (string | null)[]): string {
  const titled = (name: string, what: string) =>
    what === "market" ? (markets.find((market) => market.name === name)?.title ?? name) : name;
  return inWords(by.map((what, i) => (of[i] == null ? `any other ${what}` : titled(of[i], what))));
}

/** The rows of a table of factors, each with words for its keys and its factor. */
export const weightRows = (program: Program, weight: WeightTable): string[][] =>
  weight.factors.map(({ of, factor }) => [valuesInWords(program, weight, of), formatPercent(factor)]);
