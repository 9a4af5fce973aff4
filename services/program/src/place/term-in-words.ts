import type { AssessedTerm, AssessedWeight } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { decimalOfText, formatPercent } from "../exact/index.js";
import { exactOf, inUnit } from "../words/index.js";
import { othersInWords } from "./clauses.js";

/** A term's value and its points: "1,200.00 USD, weighted 1,800.00 USD (EMEA × 150%), gives 18 points". */
export function termInWords(term: AssessedTerm, program: Program): string {
  const given = `${decimalOfText(term.points)} points`;
  const gives = term.isBeaten ? `would give ${given}, and another alternative gives more` : `gives ${given}`;
  return `${countedInWords(term, program)} ${gives}`;
}

function countedInWords(term: AssessedTerm, program: Program): string {
  if (term.isChoice) {
    const alternatives = term.children.filter(({ kind }) => kind === "term");
    const best = alternatives.find((part) => part.kind === "term" && !part.isBeaten);
    const named = best?.kind === "term" ? `${best.title}, ` : "";
    return `${named}the best of ${alternatives.length} alternatives,`;
  }
  const actual = term.actual === null ? "no value" : inUnit(term.actual, term.unit, program);
  const counted =
    term.score === undefined ? actual : `${totalInWords(term, actual)}${othersInWords(term.score, program.language)}`;
  return term.weighted === undefined ? counted : `${counted}, ${weightedInWords(term.weighted, term, program)},`;
}

/** The score that counted; left out where the term has the same title. */
const totalInWords = ({ title, score }: AssessedTerm, actual: string): string =>
  `${score === undefined || score.title === title ? "a total" : score.title} of ${actual}`;

function weightedInWords({ value, parts }: AssessedWeight, { unit }: AssessedTerm, program: Program): string {
  const times = (factor: string) => `× ${formatPercent(exactOf(factor))}`;
  const [only, ...more] = parts;
  const isPlain = only !== undefined && more.length === 0 && only.of === null;
  const factors = isPlain
    ? times(only.factor)
    : parts
        .map((part) => `${part.of ?? "the rest"} ${inUnit(part.value, unit, program)} ${times(part.factor)}`)
        .join(", ");
  return `weighted ${inUnit(value, unit, program)} (${factors})`;
}
