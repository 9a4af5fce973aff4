import { currencyDigits } from "../exact/currency-digits.js";
import { compare, multiply, type Rational, rational, ZERO } from "../exact/rational.js";
import { readShare } from "./parse-share.js";
import { readDistinct } from "./parse-source.js";
import type { Measure, Requirement, Threshold } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

/** What a requirement may cite. */
export interface Citable {
  readonly currency: string;
  readonly tracks: ReadonlySet<string>;
  /** Null for a measure that is declared but could not be read. */
  readonly measures: ReadonlyMap<string, Measure | null>;
}

/**
 * Reads `{ all: [] }`, `{ any: [] }`, `{ at-least: 2, of: [] }`, or a threshold such as
 * `{ measure: revenue, at-least: 75000 }`. Null where it is none of these.
 */
export function readRequirement(cursor: YamlCursor, citable: Citable): Requirement | null {
  const fields = cursor.mapping("a requirement");
  const path = cursor.path;
  if (fields.has("measure")) return readThreshold(fields, citable);
  if (fields.has("all")) return { kind: "all", of: readChildren(fields.only(["all"]), "all", citable), path };
  if (fields.has("any")) return { kind: "any", of: readChildren(fields.only(["any"]), "any", citable), path };
  if (fields.has("of")) {
    const of = readChildren(fields.only(["at-least", "of"]), "of", citable);
    const n = fields.required("at-least").wholeNumber({ min: 1, max: Math.max(1, of.length) });
    return { kind: "n-of", n, of, path };
  }
  if (!fields.isReadable) return null;
  fields.only(["measure", "all", "any", "of", ...THRESHOLD_KEYS]);
  cursor.refuse("WRONG_SHAPE", "expected `measure`, `all`, `any`, or `at-least` with `of`");
  return null;
}

const THRESHOLD_KEYS = ["at-least", "more-than", "tracks", "why"];

function readChildren(fields: YamlFields, key: string, citable: Citable): Requirement[] {
  return fields
    .required(key)
    .list("a list of requirements")
    .map((child) => readRequirement(child, citable))
    .filter((child) => child !== null);
}

function readThreshold(fields: YamlFields, citable: Citable): Threshold {
  fields.only(["measure", ...THRESHOLD_KEYS]);
  const measure = fields.required("measure").nameOf("measure", citable.measures);
  const bound = readBound(fields);
  const tracks = fields.optional("tracks")?.listOrOne("a track, or a list of tracks") ?? [];
  return {
    kind: "threshold",
    measure,
    bound,
    target: readTarget(fields.required(bound), citable.measures.get(measure)?.unit ?? null, citable.currency),
    tracks: readDistinct(tracks, (track) => track.nameOf("track", citable.tracks)),
    why: fields.optional("why")?.text() ?? null,
    path: fields.owner.path,
  };
}

function readBound(fields: YamlFields): Threshold["bound"] {
  if (fields.has("at-least") && fields.has("more-than"))
    fields.owner.refuse("WRONG_SHAPE", "expected one of `at-least` and `more-than`, found both");
  return fields.has("more-than") ? "more-than" : "at-least";
}

/** The bound in the unit of the measure that it bounds; null where that is not known, and then anything goes. */
function readTarget(cursor: YamlCursor, unit: Measure["unit"] | null, currency: string): Rational {
  if (unit === "percent") return readShare(cursor, null);
  const expected = unit === "money" ? `an amount in ${currency} such as 75000` : "a number such as 20";
  const number = cursor.number(expected);
  if (number === null) return ZERO;
  if (unit === null) return number.value;
  if (number.isPercent) cursor.refuse("INVALID_VALUE", `expected ${expected}: the measure is no ratio`);
  else if (compare(number.value, ZERO) < 0) cursor.refuse("INVALID_VALUE", "a bound is not below zero");
  else refuseFinerThan(cursor, number.value, unit === "money" ? currencyDigits(currency) : 0);
  return number.value;
}

function refuseFinerThan(cursor: YamlCursor, value: Rational, digits: number): void {
  if (multiply(value, rational(10n ** BigInt(digits))).den === 1n) return;
  const rule = digits === 0 ? "expected a whole number" : `expected at most ${digits} decimals`;
  cursor.refuse("INVALID_VALUE", `${rule}: nothing finer can be reached`);
}
