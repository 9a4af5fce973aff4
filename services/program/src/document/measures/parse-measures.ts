import { titleFromName, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readGiven } from "./given-measure.js";
import type { CountMeasure, Measure, ReviewMeasure, SumMeasure } from "./measure.js";
import {
  type CompositeContext,
  readActivePeriods,
  readChange,
  readExtreme,
  readTotal,
} from "./parse-composite-measure.js";
import { readPercentile } from "./parse-percentile.js";
import { RATE_WORDS, readRate } from "./parse-rate.js";
import { readRatio } from "./parse-ratio.js";
import {
  HEADING_KEYS,
  type MeasureDefaults,
  type MeasureReferences,
  readHeading,
  readSimple,
  readWindowOr,
  refuseShapeless,
  SIMPLE_WORDS,
} from "./parse-simple-measure.js";
import { operandsOf } from "./parts-of-measure.js";

/**
 * Reads the measures, in document order. Null stands for one that could not be read, so that its name is not reported
 * as unknown too. Operands may stand above or below.
 */
export function readMeasures(cursor: YamlCursor | null, references: MeasureReferences): Map<string, Measure | null> {
  const entries = cursor?.mapping("measures by name").named() ?? [];
  const sections = new Map(entries.map(([name, field]) => [name, field.mapping("a measure")]));
  const reader = new MeasureReader(sections, references);
  return new Map([...sections.keys()].map((name) => [name, reader.read(name)]));
}

/** A measure by its key: "a ratio", "an average". */
function kindInWords(measure: Measure): string {
  const word = wordOfKind(measure);
  return `${/^[aeo]/.test(word) ? "an" : "a"} ${word}`;
}

function wordOfKind(measure: Measure): string {
  switch (measure.kind) {
    case "statistic":
      return measure.statistic;
    case "rate":
      return measure.rate === "nps" || measure.rate === "renewal" ? measure.rate : "retention";
    case "percentile":
      return measure.counts === "not-above" ? "percentile" : "top";
    case "distinct":
      return "distinct count";
    case "active-periods":
      return "count of active periods";
    case "largest-group":
    case "smallest-group":
      return measure.kind.replace("-group", "");
    default:
      return measure.kind;
  }
}

/** A visible measure may not be made of a withheld one. Reviews are always visible to their partner. */
function refuseToReveal(measure: Measure, fields: YamlFields): void {
  const kept = keptPartOf(measure);
  if (measure.seenBy === "everyone" && kept !== null)
    fields.owner
      .atKey()
      .refuse(
        "INVALID_VALUE",
        `\`${measure.name}\` is made of \`${kept.name}\`, which partners do not see: say \`seen-by: vendor\` here as well`,
      );
  if (measure.kind === "review" && measure.seenBy === "vendor")
    fields
      .optional("seen-by")
      ?.refuse("INVALID_VALUE", "partners read their own reviews, so that the score of one cannot be kept from them");
}

const keptParts = new WeakMap<Measure, Measure | null>();

/** The withheld operand of a measure; null for none. Computed once for each measure. */
function keptPartOf(measure: Measure): Measure | null {
  const known = keptParts.get(measure);
  if (known !== undefined) return known;
  let kept: Measure | null = null;
  for (const operand of operandsOf(measure)) kept ??= operand.seenBy === "vendor" ? operand : keptPartOf(operand);
  keptParts.set(measure, kept);
  return kept;
}

const COMPOSITE_WORDS = ["ratio", "total", "largest", "smallest", "change", "active"] as const;
/** Measures that may be written in place. */
const IN_PLACE_WORDS = [...SIMPLE_WORDS, ...RATE_WORDS, ...COMPOSITE_WORDS] as const;
const MEASURE_WORDS = [
  ...SIMPLE_WORDS,
  ...RATE_WORDS,
  ...COMPOSITE_WORDS,
  "percentile",
  "top",
  "review",
  "given",
] as const;
type MeasureWord = (typeof MEASURE_WORDS)[number];

/** Reads each measure once, after its operands. */
class MeasureReader {
  readonly #read = new Map<string, Measure | null>();
  /** The measures being read, each an operand of the one before. */
  readonly #open = new Set<string>();
  readonly #heights = new Map<string, number>();

  constructor(
    private readonly sections: ReadonlyMap<string, YamlFields>,
    private readonly references: MeasureReferences,
  ) {}

  read(name: string): Measure | null {
    const known = this.#read.get(name);
    const fields = this.sections.get(name);
    if (known !== undefined || fields === undefined) return known ?? null;
    this.#open.add(name);
    const measure = this.#readByWord(fields, { name, title: titleFromName(name), window: null });
    if (measure !== null) refuseToReveal(measure, fields);
    this.#open.delete(name);
    const height = measure === null ? 1 : this.#heightOf(measure);
    this.#heights.set(name, height);
    this.#read.set(name, height > MAX_HEIGHT ? refuseHeight(fields.owner.atKey()) : measure);
    return this.#read.get(name) ?? null;
  }

  #readByWord(fields: YamlFields, defaults: MeasureDefaults): Measure | null {
    const word = wordOf(fields);
    const context: CompositeContext = {
      ...this.references,
      name: defaults.name,
      title: defaults.title,
      cite: (cursor, ofScore) => this.#cite(cursor, ofScore),
      citePlain: (cursor, asked) => this.#citePlain(cursor, asked),
      readInPlace: (operand, own) => this.#readInPlace(operand, own),
    };
    if (word === "ratio") return readRatio(fields, context);
    if (word === "total") return readTotal(fields, context);
    if (word === "largest" || word === "smallest") return readExtreme(word, fields, context);
    if (word === "change") return readChange(fields, context);
    if (word === "active") return readActivePeriods(fields, context);
    if (word === "percentile" || word === "top") return readPercentile(word, fields, context);
    if (word === "review") return readReview(fields, context);
    if (word === "given") return readGiven(fields, defaults);
    if (word === "nps" || word === "renewal" || word === "retention") return readRate(word, fields, defaults);
    if (word !== undefined) return readSimple(fields, defaults, this.references);
    fields.only([...MEASURE_WORDS, "of", ...HEADING_KEYS, "window", "where"]);
    return refuseShapeless(fields, MEASURE_WORDS);
  }

  #cite(cursor: YamlCursor, ofScore = COUNTED_BY_SCORES): Measure | null {
    const { scores } = this.references;
    const name = cursor.nameOf("measure", this.sections, (other) =>
      scores.has(other) ? `\`${other}\` is a score, and no measure can be made of one: ${ofScore}` : null,
    );
    if (this.#open.has(name)) {
      cursor.refuse("INVALID_VALUE", `\`${name}\` is made of itself: ${this.#chainTo(name)}`);
      return null;
    }
    if (this.#open.size >= MAX_HEIGHT) return refuseHeight(cursor);
    const measure = this.read(name);
    if (measure?.kind !== "percentile" && measure?.kind !== "review") return measure;
    cursor.refuse("INVALID_VALUE", `\`${name}\` is ${kindInWords(measure)}, and no other measure can be made of one`);
    return null;
  }

  #heightOf(measure: Measure): number {
    const known = this.#heights.get(measure.name);
    return known ?? 1 + Math.max(0, ...operandsOf(measure).map((operand) => this.#heightOf(operand)));
  }

  #chainTo(name: string): string {
    const open = [...this.#open];
    const chain = open.slice(open.indexOf(name));
    const shown = chain.length > MAX_SHOWN ? [...chain.slice(0, MAX_SHOWN - 1), "…", ...chain.slice(-1)] : chain;
    return [...shown, name].join(" → ");
  }

  /** A sum or a count; anything else is reported. */
  #citePlain(cursor: YamlCursor, asked: string): SumMeasure | CountMeasure | null {
    const measure = this.#cite(cursor);
    if (measure === null || measure.kind === "sum" || measure.kind === "count") return measure;
    cursor.refuse("INVALID_VALUE", `\`${measure.name}\` is ${kindInWords(measure)}: ${asked} takes a sum or a count`);
    return null;
  }

  #readInPlace(fields: YamlFields, defaults: MeasureDefaults): Measure | null {
    const word = wordOf(fields);
    if (word !== undefined && isAmong(IN_PLACE_WORDS, word)) return this.#readByWord(fields, defaults);
    if (word === undefined) fields.only([...IN_PLACE_WORDS, "of", ...HEADING_KEYS, "window", "where"]);
    return refuseShapeless(fields, IN_PLACE_WORDS);
  }
}

const COUNTED_BY_SCORES = "its total counts in another score, as the term `{ score: …, points: 1 }`";
const MAX_SHOWN = 12;
/** Limits nesting, since following operands recurses. */
export const MAX_HEIGHT = 32;

function refuseHeight(cursor: YamlCursor): null {
  cursor.refuse("TOO_DEEP", `measures are made of one another at most ${MAX_HEIGHT} deep`);
  return null;
}

/** `{ review: partnership, window: { rolling: 6 months } }` */
function readReview(fields: YamlFields, context: CompositeContext): ReviewMeasure {
  const review = fields.only(["review", "window", ...HEADING_KEYS]).required("review");
  return {
    kind: "review",
    ...readHeading(fields, context),
    unit: "percent",
    review: review.nameOf("review", context.reviews),
    window: readWindowOr(fields, null),
  };
}

/** The key that gives the kind. In a simple measure `active: true` selects facts. */
function wordOf(fields: YamlFields): MeasureWord | undefined {
  return MEASURE_WORDS.find((word) => fields.has(word) && (word !== "active" || isActivePeriods(fields)));
}

function isActivePeriods(fields: YamlFields): boolean {
  return fields.has("of-last") || fields.has("with") || fields.optional("active")?.isFlag === false;
}

function isAmong(words: readonly string[], word: string): boolean {
  return words.includes(word);
}
