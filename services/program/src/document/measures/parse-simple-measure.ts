import { compare, type Rational, ZERO } from "../../exact/index.js";
import { type FactKind, type FactSource, NARROWING_KEYS, readCondition, readSource } from "../facts/index.js";
import { oneOfWords, readDecimal, readFlag, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readWindow, type Window } from "../periods/index.js";
import {
  AUDIENCES,
  type CountMeasure,
  type DistinctField,
  type DistinctMeasure,
  type MeasureUnit,
  type SimpleMeasure,
  type StatisticMeasure,
  type SumMeasure,
} from "./measure.js";
import { readNetting } from "./parse-netting.js";

/** Other parts of the document that measures cite. */
export interface MeasureReferences {
  readonly currency: string;
  readonly kinds: ReadonlySet<FactKind>;
  readonly reviews: ReadonlySet<string>;
  /** Names of scores, to report a score where a measure is expected. */
  readonly scores: ReadonlySet<string>;
}

/** Defaults of a measure. */
export interface MeasureDefaults {
  readonly name: string;
  readonly title: string;
  readonly window: Window | null;
}

export const STATISTICS = ["median", "average", "latest", "greatest", "least"] as const;
/** The keys of the simple measures. */
export const SIMPLE_WORDS = ["sum", "count", "distinct", ...STATISTICS] as const;
type SimpleWord = (typeof SIMPLE_WORDS)[number];

/** Keys that every measure may have. */
export const HEADING_KEYS = ["title", "effort", "seen-by"] as const;
const SHARED_KEYS = [...HEADING_KEYS, "window", ...NARROWING_KEYS, "active", "by", "late"];
const NETTED_KEYS = [...SHARED_KEYS, "net-of", "cap-per-customer"];
const FIELDS = ["amount", "quantity"] as const;

/** Reads a sum, a count, a distinct count or a statistic. Null for anything else, which is reported. */
export function readSimple(
  fields: YamlFields,
  defaults: MeasureDefaults,
  references: MeasureReferences,
): SimpleMeasure | null {
  const word = SIMPLE_WORDS.find((candidate) => fields.has(candidate));
  if (word === undefined) {
    fields.only([...SIMPLE_WORDS, "of", ...NETTED_KEYS]);
    return refuseShapeless(fields, SIMPLE_WORDS);
  }
  if (word === "sum") return readSum(fields, defaults, references);
  if (word === "count") return readCount(fields, defaults, references);
  if (word === "distinct") return readDistinctCount(fields, defaults, references);
  return readStatistic(word, fields, defaults, references);
}

/** Reports a measure without a key for its kind. */
export function refuseShapeless(fields: YamlFields, words: readonly string[]): null {
  if (fields.isReadable) fields.owner.atKey().refuse("MISSING_KEY", `expected one of ${oneOfWords(words)}`);
  return null;
}

/** Reads `HEADING_KEYS`. */
export function readHeading(fields: YamlFields, defaults: Pick<MeasureDefaults, "name" | "title">) {
  return {
    name: defaults.name,
    title: fields.optional("title")?.words("a title") ?? defaults.title,
    effort: readEffort(fields),
    seenBy: fields.optional("seen-by")?.oneOf(AUDIENCES) ?? "everyone",
  };
}

export function readWindowOr(fields: YamlFields, otherwise: Window | null): Window {
  const window = fields.optional("window");
  return window === null ? (otherwise ?? { kind: "lifetime" }) : readWindow(window);
}

function readEffort(fields: YamlFields): Rational | null {
  const cursor = fields.optional("effort");
  if (cursor === null) return null;
  const effort = readDecimal(cursor, "what one more unit costs, such as 0.5");
  if (compare(effort, ZERO) < 0) cursor.refuse("INVALID_VALUE", "an effort is not below zero");
  return effort;
}

function readSum(fields: YamlFields, defaults: MeasureDefaults, references: MeasureReferences): SumMeasure {
  const field = fields
    .only(["sum", "of", ...NETTED_KEYS])
    .required("sum")
    .oneOf(FIELDS);
  const source = readSource(fields, { key: "of", isAddedUp: true, kinds: references.kinds });
  const netting = { source, unit: unitOf(field), isAddedUp: true, ...references };
  return {
    kind: "sum",
    ...readShared(fields, defaults, source),
    field,
    unit: unitOf(field),
    ...readNetting(fields, netting),
  };
}

function readCount(fields: YamlFields, defaults: MeasureDefaults, references: MeasureReferences): CountMeasure {
  fields.only(["count", ...NETTED_KEYS]);
  const source = readSource(fields, { key: "count", isAddedUp: false, kinds: references.kinds });
  const netting = { source, unit: "count" as const, isAddedUp: false, ...references };
  return { kind: "count", ...readShared(fields, defaults, source), unit: "count", ...readNetting(fields, netting) };
}

function readDistinctCount(
  fields: YamlFields,
  defaults: MeasureDefaults,
  { kinds }: MeasureReferences,
): DistinctMeasure {
  const of = fields
    .only(["distinct", "of", "holding", ...SHARED_KEYS])
    .required("distinct")
    .text("`person` or `customer`");
  const source = readSource(fields, { key: "of", isAddedUp: false, kinds });
  const { where, ...held } = readHolding(fields, source);
  return {
    kind: "distinct",
    ...readShared(fields, defaults, { ...source, where }),
    unit: "count",
    of: distinguished(of),
    ...held,
  };
}

const distinguished = (name: string): DistinctField =>
  name === "customer" || name === "person" || name === "product" ? name : { attribute: name };

/**
 * `{ level: professional, at-least: 2 }`: the facts that each must have, further narrowed; or so many distinct values.
 */
function readHolding(
  fields: YamlFields,
  { where }: FactSource,
): Pick<DistinctMeasure, "atLeast" | "holding"> & Pick<FactSource, "where"> {
  const cursor = fields.optional("holding");
  if (cursor === null) return { atLeast: 1, holding: null, where };
  const holding = cursor.mapping("what each of them holds, such as `{ level: professional, at-least: 2 }`");
  const held = holding.entries.filter(([attribute]) => attribute !== "at-least" && attribute !== "distinct");
  for (const [attribute, values] of held)
    if (where.some((condition) => condition.attribute === attribute))
      values.atKey().refuse("INVALID_VALUE", `\`where\` says already which \`${attribute}\` counts`);
  const atLeast = holding.required("at-least").wholeNumber({ min: 1, max: 1000 });
  const different = holding.optional("distinct")?.text("`product`, or an attribute") ?? null;
  return {
    atLeast,
    holding: different === null ? null : distinguished(different),
    where: [...where, ...held.map(([attribute, values]) => readCondition(attribute, values))],
  };
}

function readStatistic(
  statistic: Exclude<SimpleWord, "sum" | "count" | "distinct">,
  fields: YamlFields,
  defaults: MeasureDefaults,
  { kinds }: MeasureReferences,
): StatisticMeasure {
  const cursor = fields.only([statistic, "of", ...SHARED_KEYS]).required(statistic);
  const field = cursor.isMapping ? readNumberAttribute(cursor) : cursor.oneOf(FIELDS);
  const source = readSource(fields, { key: "of", isAddedUp: true, kinds });
  const unit = typeof field === "string" ? unitOf(field) : "points";
  return { kind: "statistic", ...readShared(fields, defaults, source), statistic, field, unit };
}

/** `{ attribute: rating }`: decimal numbers in an attribute. */
function readNumberAttribute(cursor: YamlCursor): { readonly attribute: string } {
  const fields = cursor.mapping("`amount`, `quantity` or an attribute, such as `{ attribute: rating }`");
  return { attribute: fields.only(["attribute"]).required("attribute").text("an attribute, such as rating") };
}

function readShared(fields: YamlFields, defaults: MeasureDefaults, source: FactSource) {
  return {
    ...readHeading(fields, defaults),
    source,
    window: readWindowOr(fields, defaults.window),
    onlyActive: readFlag(fields.optional("active")),
    late: readLate(fields),
    by: fields.optional("by")?.text("an attribute, such as region") ?? null,
  };
}

/** `late: recount`; the default is `post`. */
export const readLate = (fields: YamlFields): "post" | "recount" =>
  fields.optional("late")?.oneOf(["post", "recount"]) ?? "post";

function unitOf(field: "amount" | "quantity"): MeasureUnit {
  return field === "amount" ? "money" : "count";
}
