import { compare, ONE, ZERO } from "../../exact/index.js";
import { readDistinct, readFactor, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import type {
  ActivePeriodsMeasure,
  ChangeMeasure,
  CountMeasure,
  ExtremeMeasure,
  GroupExtremeMeasure,
  Measure,
  MeasureUnit,
  SumMeasure,
  TotalMeasure,
} from "./measure.js";
import { readBound } from "./parse-bound.js";
import {
  HEADING_KEYS,
  type MeasureDefaults,
  type MeasureReferences,
  readHeading,
  readSimple,
  refuseShapeless,
} from "./parse-simple-measure.js";
import { groupedBy } from "./parts-of-measure.js";

/** The measure being read, and how it finds its operands. Null stands for what has been reported. */
export interface CompositeContext extends MeasureReferences {
  readonly name: string;
  /** The default title. */
  readonly title: string;
  /** A measure by name. `ofScore` says what to write instead of the name of a score. */
  cite(cursor: YamlCursor, ofScore?: string): Measure | null;
  /** A sum or a count by name; `asked` says what needs one. */
  citePlain(cursor: YamlCursor, asked: string): SumMeasure | CountMeasure | null;
  /** A measure written in place, with these defaults. */
  readInPlace(fields: YamlFields, defaults: MeasureDefaults): Measure | null;
}

export const UNITS = ["money", "count", "percent", "points"] as const;

/** `{ total: [new, { measure: churned, times: -1 }] }` */
export function readTotal(fields: YamlFields, context: CompositeContext): TotalMeasure | null {
  const cursor = fields.only(["total", "unit", ...HEADING_KEYS]).required("total");
  const read = cursor.list("measures to add up").map((element) => readTotalTerm(element, context));
  const unit = fields.optional("unit")?.oneOf(UNITS);
  const heading = readHeading(fields, context);
  const terms = read.filter((term) => term !== null);
  if (terms.length < read.length || read.length === 0) return null;
  const common = unit ?? commonUnit(terms.map(({ measure }) => measure));
  if (common !== null) return { kind: "total", ...heading, unit: common, terms };
  cursor.refuse("MISSING_KEY", "these measures have different units: `unit` has to say what their total is in");
  return null;
}

function readTotalTerm(cursor: YamlCursor, context: CompositeContext): TotalMeasure["terms"][number] | null {
  if (!cursor.isMapping) {
    const measure = context.cite(cursor);
    return measure && { measure, times: ONE };
  }
  const fields = cursor.mapping("a measure with its factor").only(["measure", "times"]);
  const measure = context.cite(fields.required("measure"));
  const times = fields.optional("times");
  const factor = times === null ? ONE : readFactor(times, "a factor such as -1, 0.5 or 15/7");
  return measure && { measure, times: factor };
}

/** `{ largest: [a, b] }`, or `smallest`; for one grouped measure, its largest or smallest group. */
export function readExtreme(
  kind: ExtremeMeasure["kind"],
  fields: YamlFields,
  context: CompositeContext,
): ExtremeMeasure | GroupExtremeMeasure | null {
  const cursor = fields.only([kind, ...HEADING_KEYS]).required(kind);
  if (!cursor.isList) return readGroupExtreme(kind, { fields, cursor, context });
  const elements = cursor.list("two measures or more");
  if (elements.length === 1) cursor.refuse("WRONG_SHAPE", `the ${kind} is one of two measures or more`);
  const cited = new Map(elements.map((element) => [element, context.cite(element)]));
  readDistinct(elements, (element) => cited.get(element)?.name ?? "");
  const heading = readHeading(fields, context);
  const of = [...cited.values()].filter((measure) => measure !== null);
  if (of.length < elements.length || of.length === 0) return null;
  const unit = commonUnit(of);
  if (unit !== null) return { kind, ...heading, unit, of };
  const units = [...new Set(of.map((measure) => measure.unit))];
  cursor.refuse("INVALID_VALUE", `only what has one unit can be compared, not ${units.join(" with ")}`);
  return null;
}

function readGroupExtreme(
  kind: ExtremeMeasure["kind"],
  { fields, cursor, context }: { fields: YamlFields; cursor: YamlCursor; context: CompositeContext },
): GroupExtremeMeasure | null {
  const of = context.cite(cursor);
  const heading = readHeading(fields, context);
  if (of === null) return null;
  if (groupedBy(of) !== null) return { kind: `${kind}-group`, ...heading, unit: of.unit, of };
  cursor.refuse(
    "INVALID_VALUE",
    `\`${of.name}\` is one number: \`${kind}\` takes a list of two measures or more, or one that is grouped with \`by\``,
  );
  return null;
}

const CHANGE_OF_SCORE =
  "approvals, tiers and tracks of an earlier day, by which its terms count, are not known. Write a `change` of each measure that matters, and a score of those";

/** `{ change: revenue, over: 12 months, as: share }` */
export function readChange(fields: YamlFields, context: CompositeContext): ChangeMeasure | null {
  const cursor = fields.only(["change", "over", "as", ...HEADING_KEYS]).required("change");
  const of = context.cite(cursor, CHANGE_OF_SCORE);
  const months = readLength(fields.required("over"), ["month"]).count;
  const as = fields.optional("as")?.oneOf(["amount", "share"]) ?? "amount";
  const heading = readHeading(fields, context);
  return of && { kind: "change", ...heading, unit: as === "share" ? "percent" : of.unit, of, months, as };
}

const PERIODS: ReadonlyMap<string, Pick<ActivePeriodsMeasure, "period" | "fiscal">> = new Map([
  ["months", { period: "month", fiscal: false }],
  ["quarters", { period: "quarter", fiscal: false }],
  ["years", { period: "year", fiscal: false }],
  ["fiscal quarters", { period: "quarter", fiscal: true }],
  ["fiscal years", { period: "year", fiscal: true }],
] as const);

/** `{ active: quarters, of-last: 4, with: { count: deal.won }, at-least: 1 }` */
export function readActivePeriods(fields: YamlFields, context: CompositeContext): ActivePeriodsMeasure | null {
  fields.only(["active", "of-last", "with", "at-least", ...HEADING_KEYS]);
  const period = PERIODS.get(fields.required("active").nameOf("period", PERIODS));
  const last = fields.required("of-last").wholeNumber({ min: 1, max: 120 });
  const heading = readHeading(fields, context);
  const of = readCounted(fields.required("with"), { ...context, title: heading.title });
  const bound = fields.required("at-least");
  const atLeast = readBound(bound, { unit: of?.unit ?? null, currency: context.currency, mayBeNegative: false });
  if (of === null || period === undefined) return null;
  if (compare(atLeast, ZERO) === 0) bound.refuse("INVALID_VALUE", "every period reaches zero: expected more");
  return { kind: "active-periods", ...heading, unit: "count", ...period, last, of, atLeast };
}

/** A sum or count by name, or one written in place without a window. */
function readCounted(cursor: YamlCursor, context: CompositeContext): SumMeasure | CountMeasure | null {
  if (!cursor.isMapping) return context.citePlain(cursor, "`active … with`");
  const fields = cursor.mapping("a sum or a count");
  if (!fields.has("sum") && !fields.has("count")) return refuseShapeless(fields, ["sum", "count"]);
  fields
    .optional("window")
    ?.atKey()
    .refuse("INVALID_VALUE", "this window has no effect: the periods say which days count");
  const defaults = { name: `${context.name}.with`, title: context.title, window: null };
  const measure = readSimple(fields, defaults, context);
  return measure?.kind === "sum" || measure?.kind === "count" ? measure : null;
}

function commonUnit(measures: readonly Measure[]): MeasureUnit | null {
  const unit = measures[0]?.unit ?? null;
  return measures.every((measure) => measure.unit === unit) ? unit : null;
}
