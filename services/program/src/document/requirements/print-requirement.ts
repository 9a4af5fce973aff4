import type { Rational } from "../../exact/index.js";
import type { MeasureUnit } from "../measures/index.js";
import { type Plain, printFactor, printNumber, printPercent, withoutEmpty } from "../notation/index.js";
import type {
  Audience,
  GroupedRequirement,
  KeepingBar,
  Requirement,
  Score,
  ScoreRequirement,
  ScoreTerm,
  Threshold,
} from "./requirement.js";

/** The units of the measures by name: shares are printed as percentages. */
export type Units = ReadonlyMap<string, MeasureUnit>;

/** The notation of a requirement: what `readRequirement` reads back. */
export function printRequirement(requirement: Requirement, units: Units): Plain {
  const { audience, why, rule } = requirement;
  if (rule !== undefined) return { rule };
  return { ...printParts(requirement, units), ...withoutEmpty({ ...printAudience(audience), why }) };
}

/** The notation of a named score. */
export function printScore(score: Score, units: Units): Plain {
  if (score.kind === "best-of") return { title: score.title, "best-of": score.of.map(({ name }) => name) };
  const terms = score.terms.map((term) => printTerm(term, units));
  return withoutEmpty({ title: score.title, cap: score.cap && printNumber(score.cap), terms });
}

function printParts(requirement: Requirement, units: Units): Plain {
  switch (requirement.kind) {
    case "all":
    case "any":
      return { [requirement.kind]: requirement.of.map((child) => printRequirement(child, units)) };
    case "n-of":
      return { "at-least": requirement.n, of: requirement.of.map((child) => printRequirement(child, units)) };
    case "threshold":
      return printThreshold(requirement, units);
    case "score":
      return printScoreRequirement(requirement, units);
    case "grouped":
      return printGrouped(requirement, units);
    case "tenure":
      return { tenure: requirement.tier, [requirement.bound]: `${requirement.months} months` };
    case "approval":
      return { approval: requirement.approval };
    case "withheld":
      return { "seen-by": "vendor" };
  }
}

function printThreshold({ measure, bound, target, isScaledByMarket, keepsAt }: Threshold, units: Units): Plain {
  const print = printerOf(units.get(measure));
  return withoutEmpty({ measure, [bound]: print(target), ...printSettings(isScaledByMarket, keepsAt, print) });
}

function printScoreRequirement(requirement: ScoreRequirement, units: Units): Plain {
  const { score, bound, isScaledByMarket, keepsAt } = requirement;
  const total = printNumber(requirement.total);
  const settings = withoutEmpty(printSettings(isScaledByMarket, keepsAt, printNumber));
  if (score.name !== null) return { score: score.name, [bound]: total, ...settings };
  return { score: { [bound === "at-least" ? "total" : bound]: total, ...printScore(score, units) }, ...settings };
}

function printGrouped({ by, where, needs, of }: GroupedRequirement, units: Units): Plain {
  const requires = printRequirement(of, units);
  if (needs !== "all") return { across: by, "at-least": needs, requires };
  return withoutEmpty({ "for-each": by, where: where && printRequirement(where, units), requires });
}

/** The notation of a term: its name where it is cited. */
export function printTerm(term: ScoreTerm, units: Units): Plain {
  const { term: name, title, cap, floor, gate, audience, why } = term;
  if (name !== undefined) return { term: name };
  const { counted, rate } = printCounted(term, units);
  return withoutEmpty({
    ...counted,
    title,
    ...rate,
    cap: cap && printNumber(cap),
    floor: floor && printNumber(floor),
    gate: gate && printRequirement(gate, units),
    ...printAudience(audience),
    why,
  });
}

function printCounted(term: ScoreTerm, units: Units): { readonly counted: Plain; readonly rate: Plain } {
  if (term.kind === "any") return { counted: { any: term.of.map((part) => printTerm(part, units)) }, rate: {} };
  const unit = term.kind === "measure" ? units.get(term.measures[0]) : "points";
  const rate = {
    points: printFactor(term.points),
    each: printerOf(unit)(term.each),
    whole: term.isWhole,
    weight: term.weight?.name ?? null,
  };
  if (term.kind === "score") return { counted: { score: term.score.name }, rate };
  const { measures } = term;
  return { counted: { measure: measures.length === 1 ? measures[0] : measures }, rate };
}

/** The notation of an audience. */
export function printAudience({ tracks, regions, countries, markets }: Audience): Plain {
  return { tracks, regions, countries, markets };
}

type Print = (number: Rational) => number | bigint | string;

function printerOf(unit: MeasureUnit | undefined): Print {
  return unit === "percent" ? printPercent : printNumber;
}

function printSettings(isScaledByMarket: boolean, keepsAt: KeepingBar | null, print: Print): Plain {
  return {
    "scale-by": isScaledByMarket ? "market" : null,
    "keeps-at": keepsAt && (keepsAt.kind === "share" ? printPercent : print)(keepsAt.value),
  };
}
