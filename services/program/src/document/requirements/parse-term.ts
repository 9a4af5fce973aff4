import { compare, ONE, type Rational, ZERO } from "../../exact/index.js";
import type { Measure } from "../measures/index.js";
import {
  oneOfWords,
  readDecimal,
  readDistinct,
  readFactor,
  readFlag,
  readShare,
  titleFromName,
  type YamlCursor,
  type YamlFields,
} from "../notation/index.js";
import { readWeightOf } from "../weights/index.js";
import type { Citable } from "./citable.js";
import { AUDIENCE_KEYS, readAudience } from "./parse-audience.js";
import type { ChoiceTerm, RatedTerm, Requirement, Score, ScoreTerm } from "./requirement.js";
import { movedTerm } from "./rules.js";

/** What a score may cite, and how gates are read. */
export interface Scoring {
  readonly citable: Citable;
  readonly readGate: (cursor: YamlCursor, citable: Citable) => Requirement | null;
  readonly isScore: (name: string) => boolean;
  /** Another score by name; null for none, which is reported. */
  readonly citeScore: (cursor: YamlCursor) => Score | null;
  /** A term of the section `terms` by its name. */
  readonly citeTerm: (cursor: YamlCursor) => ScoreTerm | null;
}

const RATE_KEYS = ["points", "each", "whole", "weight"];
const OWN_KEYS = ["cap", "floor", "gate", "title", "why", ...AUDIENCE_KEYS];
/** The kinds of terms, and of alternatives. */
const WORDS = ["measure", "score", "any", "term"];
const ALTERNATIVE_WORDS = ["measure", "score"];

/** Reads a term of a score; null for anything else, which is reported. */
export function readTerm(cursor: YamlCursor, scoring: Scoring): ScoreTerm | null {
  const fields = cursor.mapping("a term of a score");
  if (fields.has("term")) return readCited(fields.only(["term"]), scoring);
  if (fields.has("any")) return readChoice(fields.only(["any", ...OWN_KEYS]), scoring);
  if (fields.has("change")) return refuseChange(fields);
  return readRated(fields, { words: WORDS, keys: OWN_KEYS, scoring });
}

/** `{ term: net-adds }`: as if written here. */
function readCited(fields: YamlFields, { citeTerm }: Scoring): ScoreTerm | null {
  const cursor = fields.required("term");
  const cited = citeTerm(cursor);
  return cited && { ...movedTerm(cited, { from: cited.path, to: fields.owner.path }), term: cursor.text() };
}

/** `{ any: [{ measure: a, points: 3 }, { measure: b, points: 1, each: 500 }], cap: 15 }` */
function readChoice(fields: YamlFields, scoring: Scoring): ScoreTerm | null {
  const cursor = fields.required("any");
  const elements = cursor.list("two alternatives or more, each a measure or a score with its points");
  if (elements.length === 1) cursor.refuse("WRONG_SHAPE", "a choice is of two alternatives or more");
  const read = elements.map((element) => {
    const alternative = element.mapping("an alternative");
    return readRated(alternative, { words: ALTERNATIVE_WORDS, keys: ["cap", "gate", "title", "why"], scoring });
  });
  const of = read.filter((alternative) => alternative !== null);
  const title = fields.optional("title")?.words("a title") ?? of.map((alternative) => alternative.title).join(" or ");
  const own = readOwn(fields, scoring);
  return of.length === 0 || of.length < elements.length ? null : { kind: "any", ...own, title, of };
}

/** What a day earlier would have come to is not known of a score. */
function refuseChange(fields: YamlFields): null {
  fields
    .required("change")
    .atKey()
    .refuse(
      "INVALID_VALUE",
      "a term has no `change`: write a measure `{ change: …, over: 12 months }`, and cite it here as `measure`",
    );
  return null;
}

function readRated(
  fields: YamlFields,
  {
    words,
    keys,
    scoring,
  }: { readonly words: readonly string[]; readonly keys: readonly string[]; readonly scoring: Scoring },
): RatedTerm | null {
  const isTotal = fields.has("score");
  if (!isTotal && !fields.has("measure") && fields.isReadable) {
    fields.only([...words, ...RATE_KEYS, ...keys]);
    fields.owner.refuse("WRONG_SHAPE", `expected one of ${oneOfWords(words)}`);
    return null;
  }
  fields.only([isTotal ? "score" : "measure", ...RATE_KEYS, ...keys]);
  return isTotal ? readTotalTerm(fields, scoring) : readMeasureTerm(fields, scoring);
}

/** `{ score: capability, points: 1, each: 10 }` */
function readTotalTerm(fields: YamlFields, scoring: Scoring): RatedTerm | null {
  const score = scoring.citeScore(fields.required("score"));
  const own = readOwn(fields, scoring);
  const title = fields.optional("title")?.words("a title") ?? score?.title ?? "";
  const rate = {
    points: readFactor(fields.required("points"), POINTS),
    each: readEach(fields.optional("each"), "points"),
    isWhole: readFlag(fields.optional("whole")),
    weight: readWeightOf(fields.optional("weight"), scoring.citable.weights, "total"),
  };
  return score && { kind: "score", ...own, title, score, ...rate };
}

function readMeasureTerm(fields: YamlFields, scoring: Scoring): RatedTerm {
  const { isScore } = scoring;
  const { measures: declared, weights } = scoring.citable;
  const cited = fields.required("measure");
  const [first, ...others] = readDistinct(cited.listOrOne("a measure, or a list of measures"), (element) =>
    element.nameOf("measure", declared, (name) =>
      isScore(name) ? `\`${name}\` is a score: write \`score: ${name}\`` : null,
    ),
  );
  const measures = [first ?? "", ...others] as const;
  const known = measures.map((name) => declared.get(name) ?? null).filter((measure) => measure !== null);
  refuseMixedUnits(cited, known);
  return {
    kind: "measure",
    ...readOwn(fields, scoring),
    title: fields.optional("title")?.words("a title") ?? known[0]?.title ?? titleFromName(measures[0]),
    measures: [...measures],
    points: readFactor(fields.required("points"), POINTS),
    each: readEach(fields.optional("each"), known[0]?.unit ?? null),
    isWhole: readFlag(fields.optional("whole")),
    weight: readWeightOf(fields.optional("weight"), weights, known),
  };
}

const POINTS = "points such as 3, -1.5 or 15/7";

/** The common keys of terms. Keys that an alternative may not have were refused before. */
function readOwn(fields: YamlFields, { citable, readGate }: Scoring): Omit<ChoiceTerm, "kind" | "of" | "title"> {
  const [cap, floor] = [readPoints(fields.optional("cap")), readPoints(fields.optional("floor"))];
  if (cap !== null && floor !== null && compare(floor, cap) > 0)
    fields.required("floor").refuse("INVALID_VALUE", "the floor is above the cap, so that no value reaches it");
  const gate = fields.optional("gate");
  return {
    path: fields.owner.path,
    cap,
    floor,
    gate: gate === null ? null : readGate(gate, { ...citable, scores: null, rules: null }),
    audience: readAudience(fields, citable),
    why: fields.optional("why")?.words() ?? null,
  };
}

function refuseMixedUnits(cursor: YamlCursor, measures: readonly Measure[]): void {
  const units = [...new Set(measures.map(({ unit }) => unit))];
  if (units.length > 1)
    cursor.refuse("INVALID_VALUE", `the largest of several needs measures of one unit, not ${units.join(" and ")}`);
}

/** The amount that the points are given for; for a measure in percent a share. */
function readEach(cursor: YamlCursor | null, unit: Measure["unit"] | null): Rational {
  if (cursor === null) return ONE;
  if (unit === "percent") return readShare(cursor, { isAboveZero: true });
  const expected = "a number above zero, such as 7";
  // The unit of a measure that could not be read is unknown.
  const each = unit === null ? (cursor.number(expected)?.value ?? ONE) : readDecimal(cursor, expected);
  if (compare(each, ZERO) <= 0) cursor.refuse("INVALID_VALUE", `expected ${expected}`);
  return each;
}

/** The points of a cap or a floor; null where left out. */
export function readPoints(cursor: YamlCursor | null): Rational | null {
  return cursor === null ? null : readDecimal(cursor, "points such as 15 or 1.5");
}
