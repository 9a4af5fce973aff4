import { titleFromName } from "./name.js";
import { readSource } from "./parse-source.js";
import { readWindow } from "./parse-window.js";
import type { Measure, RatioMeasure, SimpleMeasure, Window } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

/**
 * Reads the measures by name, in the order of the document; null stands for one that could not be read, so that what
 * cites it is not called unknown as well. A window that is left out is the lifetime.
 */
export function readMeasures(cursor: YamlCursor | null): Map<string, Measure | null> {
  const entries = cursor?.mapping("measures by name").named() ?? [];
  const sections = entries.map(([name, field]) => ({ name, fields: field.mapping("a measure") }));
  // A ratio may name a measure that is written below it, so that ratios come last.
  const simple = new Map<string, SimpleMeasure | null>();
  for (const { name, fields } of sections)
    if (!fields.has("ratio")) simple.set(name, readSimple(fields, { name, title: titleFromName(name), window: null }));

  return new Map(
    sections.map(({ name, fields }) => [
      name,
      fields.has("ratio") ? readRatio(name, fields, simple) : (simple.get(name) ?? null),
    ]),
  );
}

/** What a measure is where it does not say. */
interface Defaults {
  readonly name: string;
  readonly title: string;
  readonly window: Window | null;
}

const COMMON_KEYS = ["title", "window", "where"];
const KEYS = {
  sum: ["sum", "of", ...COMMON_KEYS],
  count: ["count", ...COMMON_KEYS],
  distinct: ["distinct", "of", ...COMMON_KEYS],
  ratio: ["ratio", "title", "window"],
} as const;

function readSimple(fields: YamlFields, defaults: Defaults): SimpleMeasure | null {
  const window = fields.optional("window");
  const common = {
    name: defaults.name,
    title: fields.optional("title")?.text("a title") ?? defaults.title,
    window: window === null ? (defaults.window ?? { kind: "lifetime" as const }) : readWindow(window),
  };
  if (fields.has("sum")) {
    const field = fields.only(KEYS.sum).required("sum").oneOf(["amount", "quantity"]);
    const source = readSource(fields, { key: "of", isAddedUp: true });
    return { kind: "sum", ...common, unit: field === "amount" ? "money" : "count", field, source };
  }
  if (fields.has("count")) {
    const source = readSource(fields.only(KEYS.count), { key: "count", isAddedUp: false });
    return { kind: "count", ...common, unit: "count", source };
  }
  if (fields.has("distinct")) {
    const by = fields.only(KEYS.distinct).required("distinct").oneOf(["customer", "person", "product"]);
    return {
      kind: "distinct",
      ...common,
      unit: "count",
      by,
      source: readSource(fields, { key: "of", isAddedUp: false }),
    };
  }
  fields.only(["sum", "count", "distinct", "ratio", "of", ...COMMON_KEYS]);
  fields.owner.atKey().refuse("MISSING_KEY", "expected one of `sum`, `count`, `distinct` or `ratio`");
  return null;
}

function readRatio(
  name: string,
  fields: YamlFields,
  simple: ReadonlyMap<string, SimpleMeasure | null>,
): RatioMeasure | null {
  const title = fields.only(KEYS.ratio).optional("title")?.text("a title") ?? titleFromName(name);
  const window = fields.optional("window");
  const pair = fields.required("ratio");
  const operands = pair.list("two measures, what is divided and by what");
  const [over, under] = operands;
  if (over === undefined || under === undefined || operands.length > 2) {
    if (operands.length > 0) pair.refuse("WRONG_SHAPE", "a ratio divides exactly two measures");
    return null;
  }
  if (window !== null && operands.every(hasOwnWindow))
    window.refuse("INVALID_VALUE", "this window has no effect: both measures of the ratio have their own");

  const shared = window === null ? null : readWindow(window);
  const numerator = readOperand(over, { name: `${name}.numerator`, title: `${title}: part`, window: shared }, simple);
  const denominator = readOperand(
    under,
    { name: `${name}.denominator`, title: `${title}: whole`, window: shared },
    simple,
  );
  if (numerator === null || denominator === null) return null;
  if (numerator.unit !== denominator.unit)
    pair.refuse("INVALID_VALUE", `a ratio divides like by like, not ${numerator.unit} by ${denominator.unit}`);
  return { kind: "ratio", name, title, unit: "percent", numerator, denominator };
}

/** A measure by its name, or one written out in place, which takes the ratio's window unless it has its own. */
function readOperand(
  cursor: YamlCursor,
  defaults: Defaults,
  simple: ReadonlyMap<string, SimpleMeasure | null>,
): SimpleMeasure | null {
  if (!cursor.isMapping) return simple.get(cursor.nameOf("sum or count", simple)) ?? null;
  const fields = cursor.mapping("a measure");
  if (!fields.has("ratio")) return readSimple(fields, defaults);
  cursor.refuse("WRONG_SHAPE", "a ratio divides sums and counts, not another ratio");
  return null;
}

function hasOwnWindow(operand: YamlCursor): boolean {
  return !operand.isMapping || operand.mapping("a measure").optional("window") !== null;
}
