import { compare, ONE, type Rational, ZERO } from "../exact/rational.js";
import type { Citable } from "./citable.js";
import type { Measure } from "./measure.js";
import { titleFromName } from "./name.js";
import { AUDIENCE_KEYS, readAudience } from "./parse-audience.js";
import { readDecimal, readFactor, readFlag } from "./parse-number.js";
import { readShare } from "./parse-share.js";
import { readDistinct } from "./parse-source.js";
import type { BestScore, Requirement, Score, ScoreSheet, ScoreTerm } from "./requirement.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

/** What a score cites, and how the gate of a term is read. */
export interface Scoring {
  readonly citable: Citable;
  readonly readGate: (cursor: YamlCursor, citable: Citable) => Requirement | null;
}

/** Reads the scores by name, in the order of the document; null stands for one that could not be read. */
export function readScores(cursor: YamlCursor | null, scoring: Scoring): Map<string, Score | null> {
  const entries = cursor?.mapping("scores by name").named() ?? [];
  const sections = entries.map(([name, field]) => ({ name, fields: field.mapping("a score") }));
  // A best score may name sheets that stand below it, so that best scores come last.
  const sheets = new Map<string, Score | null>();
  for (const { name, fields } of sections)
    if (!fields.has("best-of")) sheets.set(name, readSheet(fields.only(SHEET_KEYS), { name, ...scoring }));

  return new Map(
    sections.map(({ name, fields }) => [
      name,
      fields.has("best-of") ? readBest(fields.only(BEST_KEYS), { name, sheets }) : (sheets.get(name) ?? null),
    ]),
  );
}

const SHEET_KEYS = ["title", "terms", "cap"];
const BEST_KEYS = ["title", "best-of"];
const TOTAL_KEYS = ["total", "more-than"];

/** Reads a score that is written in place, without its total. */
export function readInlineScore(fields: YamlFields, scoring: Scoring): Score | null {
  if (!fields.has("best-of")) return readSheet(fields.only([...SHEET_KEYS, ...TOTAL_KEYS]), { name: null, ...scoring });
  const sheets = scoring.citable.scores ?? new Map();
  return readBest(fields.only([...BEST_KEYS, ...TOTAL_KEYS]), { name: null, sheets });
}

function readBest(
  fields: YamlFields,
  { name, sheets }: { name: string | null; sheets: ReadonlyMap<string, Score | null> },
): BestScore | null {
  const cursor = fields.required("best-of");
  const elements = cursor.list("the names of two scores or more");
  if (elements.length === 1) cursor.refuse("WRONG_SHAPE", "the best is one of two scores or more");
  const haveTerms = new Map([...sheets].filter(([, score]) => score?.kind !== "best-of"));
  const named = readDistinct(elements, (element) => element.nameOf("score that has terms", haveTerms));
  const of = named.map((score) => sheets.get(score) ?? null).filter((score) => score?.kind === "sheet");
  const title = readTitle(fields, name);
  return of.length === named.length && of.length > 0 ? { kind: "best-of", name, title, of } : null;
}

function readSheet(fields: YamlFields, { name, ...scoring }: Scoring & { name: string | null }): ScoreSheet {
  const terms = fields.required("terms").list("terms, such as `{ measure: net-adds, points: 3 }`");
  return {
    kind: "sheet",
    name,
    title: readTitle(fields, name),
    terms: terms.map((term) => readTerm(term, scoring)).filter((term) => term !== null),
    cap: readPoints(fields.optional("cap")),
  };
}

function readTitle(fields: YamlFields, name: string | null): string {
  return fields.optional("title")?.text("a title") ?? (name === null ? "Score" : titleFromName(name));
}

const TERM_KEYS = ["measure", "points", "each", "whole", "cap", "floor", "gate", "title", "why", ...AUDIENCE_KEYS];

function readTerm(cursor: YamlCursor, { citable, readGate }: Scoring): ScoreTerm | null {
  const fields = cursor.mapping("a term of a score").only(TERM_KEYS);
  const cited = fields.required("measure");
  const [first, ...others] = readDistinct(cited.listOrOne("a measure, or a list of measures"), (element) =>
    element.nameOf("measure", citable.measures),
  );
  const measures = [first ?? "", ...others] as const;
  const known = measures.map((name) => citable.measures.get(name) ?? null).filter((measure) => measure !== null);
  refuseMixedUnits(cited, known);
  const [cap, floor] = [readPoints(fields.optional("cap")), readPoints(fields.optional("floor"))];
  if (cap !== null && floor !== null && compare(floor, cap) > 0)
    fields.required("floor").refuse("INVALID_VALUE", "the floor is above the cap, so that no value reaches it");
  const gate = fields.optional("gate");
  return {
    path: cursor.path,
    title: fields.optional("title")?.text("a title") ?? known[0]?.title ?? titleFromName(measures[0]),
    measures: [...measures],
    points: readFactor(fields.required("points"), "points such as 3, -1.5 or 15/7"),
    each: readEach(fields.optional("each"), known[0] ?? null),
    isWhole: readFlag(fields.optional("whole")),
    cap,
    floor,
    gate: gate === null ? null : readGate(gate, { ...citable, scores: null, rules: null }),
    audience: readAudience(fields, citable),
    why: fields.optional("why")?.text() ?? null,
  };
}

function refuseMixedUnits(cursor: YamlCursor, measures: readonly Measure[]): void {
  const units = [...new Set(measures.map(({ unit }) => unit))];
  if (units.length > 1)
    cursor.refuse("INVALID_VALUE", `the largest of several needs measures of one unit, not ${units.join(" and ")}`);
}

/** For how much of the measure the points are given: of one in percent a share. */
function readEach(cursor: YamlCursor | null, measure: Measure | null): Rational {
  if (cursor === null) return ONE;
  if (measure?.unit === "percent") return readShare(cursor, { isAboveZero: true });
  const expected = "a number above zero, such as 7";
  // Of a measure that could not be read nobody knows whether it is in percent.
  const each = measure === null ? (cursor.number(expected)?.value ?? ONE) : readDecimal(cursor, expected);
  if (compare(each, ZERO) <= 0) cursor.refuse("INVALID_VALUE", `expected ${expected}`);
  return each;
}

function readPoints(cursor: YamlCursor | null): Rational | null {
  return cursor === null ? null : readDecimal(cursor, "points such as 15 or 1.5");
}
