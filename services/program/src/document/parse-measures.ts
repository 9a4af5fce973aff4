import { readGiven } from "./given-measure.js";
import type { CountMeasure, Measure, PercentileMeasure, ReviewMeasure, SimpleMeasure, SumMeasure } from "./measure.js";
import { titleFromName } from "./name.js";
import {
  type Composing,
  partsOf,
  readActivePeriods,
  readChange,
  readExtreme,
  readTotal,
} from "./parse-composite-measure.js";
import { readRatio } from "./parse-ratio.js";
import {
  type MeasureSurroundings,
  readHeading,
  readSimple,
  readWindowOr,
  refuseShapeless,
  SIMPLE_WORDS,
} from "./parse-simple-measure.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

/**
 * Reads the measures by name, in the order of the document; null stands for one that could not be read, so that what
 * cites it is not called unknown as well. A measure may be made of others that stand above or below it.
 */
export function readMeasures(
  cursor: YamlCursor | null,
  surroundings: MeasureSurroundings,
): Map<string, Measure | null> {
  const entries = cursor?.mapping("measures by name").named() ?? [];
  const sections = new Map(entries.map(([name, field]) => [name, field.mapping("a measure")]));
  const reader = new MeasureReader(sections, surroundings);
  return new Map([...sections.keys()].map((name) => [name, reader.read(name)]));
}

const COMPOSITE_WORDS = ["ratio", "total", "largest", "smallest", "change", "active"] as const;
const MEASURE_WORDS = [...SIMPLE_WORDS, ...COMPOSITE_WORDS, "percentile", "review", "given"] as const;
type MeasureWord = (typeof MEASURE_WORDS)[number];

/** Reads each measure once, with those that it is made of before it. */
class MeasureReader {
  readonly #read = new Map<string, Measure | null>();
  /** The measures that are being read, each cited by the one before it. */
  readonly #open = new Set<string>();
  readonly #heights = new Map<string, number>();
  readonly #simple: ReadonlySet<string>;
  readonly #plain: ReadonlySet<string>;

  constructor(
    private readonly sections: ReadonlyMap<string, YamlFields>,
    private readonly surroundings: MeasureSurroundings,
  ) {
    const words = [...sections].map(([name, fields]) => ({ name, word: wordOf(fields) }));
    // What has no word has been reported: whatever cites it may take it for anything.
    const namesWhere = (isMeant: (word: MeasureWord | undefined) => boolean) =>
      new Set(words.filter(({ word }) => isMeant(word)).map(({ name }) => name));
    this.#simple = namesWhere((word) => word === undefined || word === "given" || isAmong(SIMPLE_WORDS, word));
    this.#plain = namesWhere((word) => word === undefined || word === "sum" || word === "count");
  }

  read(name: string): Measure | null {
    const known = this.#read.get(name);
    const fields = this.sections.get(name);
    if (known !== undefined || fields === undefined) return known ?? null;
    this.#open.add(name);
    const measure = this.#readByWord(fields, { name, title: titleFromName(name), window: null });
    this.#open.delete(name);
    const height = 1 + Math.max(0, ...(measure === null ? [] : partsOf(measure)).map((part) => this.#heightOf(part)));
    this.#heights.set(name, height);
    this.#read.set(name, height > MAX_HEIGHT ? refuseHeight(fields.owner.atKey()) : measure);
    return this.#read.get(name) ?? null;
  }

  #readByWord(fields: YamlFields, defaults: { name: string; title: string; window: null }): Measure | null {
    const word = wordOf(fields);
    const composing: Composing = {
      ...this.surroundings,
      name: defaults.name,
      title: defaults.title,
      cite: (cursor) => this.#cite(cursor),
      citeSimple: (cursor) => this.#citeSimple(cursor),
      citePlain: (cursor) => this.#citePlain(cursor),
    };
    if (word === "ratio") return readRatio(fields, composing);
    if (word === "total") return readTotal(fields, composing);
    if (word === "largest" || word === "smallest") return readExtreme(word, fields, composing);
    if (word === "change") return readChange(fields, composing);
    if (word === "active") return readActivePeriods(fields, composing);
    if (word === "percentile") return readPercentile(fields, composing);
    if (word === "review") return readReview(fields, composing);
    if (word === "given") return readGiven(fields, defaults);
    if (word !== undefined) return readSimple(fields, defaults, this.surroundings);
    fields.only([...MEASURE_WORDS, "of", "title", "effort", "window", "where"]);
    return refuseShapeless(fields, MEASURE_WORDS);
  }

  #cite(cursor: YamlCursor): Measure | null {
    const name = cursor.nameOf("measure", this.sections);
    if (this.#open.has(name)) {
      cursor.refuse("INVALID_VALUE", `\`${name}\` is made of itself: ${this.#chainTo(name)}`);
      return null;
    }
    if (this.#open.size >= MAX_HEIGHT) return refuseHeight(cursor);
    const measure = this.read(name);
    if (measure?.kind !== "percentile" && measure?.kind !== "review") return measure;
    cursor.refuse("INVALID_VALUE", `\`${name}\` is a ${measure.kind}, and no other measure can be made of one`);
    return null;
  }

  #heightOf({ name }: Measure): number {
    return this.#heights.get(name) ?? 1;
  }

  #chainTo(name: string): string {
    const open = [...this.#open];
    const chain = open.slice(open.indexOf(name));
    const shown = chain.length > MAX_SHOWN ? [...chain.slice(0, MAX_SHOWN - 1), "…", ...chain.slice(-1)] : chain;
    return [...shown, name].join(" → ");
  }

  #citeSimple(cursor: YamlCursor): SimpleMeasure | null {
    const name = cursor.nameOf("sum or count", this.#simple);
    const measure = this.#simple.has(name) ? this.read(name) : null;
    return measure !== null && isSimple(measure) ? measure : null;
  }

  #citePlain(cursor: YamlCursor): SumMeasure | CountMeasure | null {
    const name = cursor.nameOf("sum or count", this.#plain);
    const measure = this.#plain.has(name) ? this.read(name) : null;
    return measure?.kind === "sum" || measure?.kind === "count" ? measure : null;
  }
}

const MAX_SHOWN = 12;
/** Measures made of measures made of measures: whoever follows them needs as many steps inside one another. */
export const MAX_HEIGHT = 32;

function refuseHeight(cursor: YamlCursor): null {
  cursor.refuse("TOO_DEEP", `measures are made of one another at most ${MAX_HEIGHT} deep`);
  return null;
}

/** `{ percentile: revenue, among: region }` */
function readPercentile(fields: YamlFields, composing: Composing): PercentileMeasure | null {
  const of = composing.citePlain(fields.only(["percentile", "among", "title", "effort"]).required("percentile"));
  const among = fields.required("among").oneOf(["everyone", "region"]);
  const heading = readHeading(fields, composing);
  return of && { kind: "percentile", ...heading, unit: "percent", of, among };
}

/** `{ review: partnership, window: { rolling: 6 months } }` */
function readReview(fields: YamlFields, composing: Composing): ReviewMeasure {
  const review = fields.only(["review", "window", "title", "effort"]).required("review");
  return {
    kind: "review",
    ...readHeading(fields, composing),
    unit: "percent",
    review: review.nameOf("review", composing.reviews),
    window: readWindowOr(fields, null),
  };
}

/** The key that says what kind of measure it is. `active: true` says of a simple measure which facts it counts. */
function wordOf(fields: YamlFields): MeasureWord | undefined {
  return MEASURE_WORDS.find((word) => fields.has(word) && (word !== "active" || isActivePeriods(fields)));
}

function isActivePeriods(fields: YamlFields): boolean {
  return fields.has("of-last") || fields.has("with") || fields.optional("active")?.isFlag === false;
}

function isSimple(measure: Measure): measure is SimpleMeasure {
  return isAmong(["sum", "count", "distinct", "statistic"], measure.kind);
}

function isAmong(words: readonly string[], word: string): boolean {
  return words.includes(word);
}
