import type { Measure, SimpleMeasure } from "./measure.js";

/** The direct operands of a measure; none for a simple one. */
export function operandsOf(measure: Measure): readonly Measure[] {
  switch (measure.kind) {
    case "ratio":
      return [measure.numerator, measure.denominator];
    case "total":
      return measure.terms.map((term) => term.measure);
    case "largest":
    case "smallest":
      return measure.of;
    case "largest-group":
    case "smallest-group":
    case "change":
    case "active-periods":
    case "percentile":
      return [measure.of];
    default:
      return [];
  }
}

/** All operands of a measure, at any depth, each once. */
export function operandsWithin(measure: Measure): ReadonlySet<Measure> {
  const within = new Set<Measure>();
  const follow = (of: Measure): void => {
    for (const operand of operandsOf(of)) {
      if (within.has(operand)) continue;
      within.add(operand);
      follow(operand);
    }
  };
  follow(measure);
  return within;
}

const attributes = new WeakMap<Measure, string | null>();

/**
 * The attribute that a measure is grouped by: its own, or the one that all its grouped operands share. Null for none.
 */
export function groupedBy(measure: Measure): string | null {
  const known = attributes.get(measure);
  if (known !== undefined) return known;
  const by = attributeOf(measure);
  attributes.set(measure, by);
  return by;
}

function attributeOf(measure: Measure): string | null {
  if (isSimple(measure)) return measure.by;
  if (IS_ONE_NUMBER.has(measure.kind)) return null;
  const [first = null, ...others] = new Set(operandsOf(measure).flatMap((operand) => groupedBy(operand) ?? []));
  return others.length === 0 ? first : null;
}

/** Kinds that are never grouped. */
const IS_ONE_NUMBER: ReadonlySet<Measure["kind"]> = new Set([
  "percentile",
  "review",
  "largest-group",
  "smallest-group",
]);

export const isSimple = (measure: Measure): measure is SimpleMeasure => IS_SIMPLE.has(measure.kind);
const IS_SIMPLE: ReadonlySet<Measure["kind"]> = new Set(["sum", "count", "distinct", "statistic", "rate"]);

/** True unless the measure is a review or made of one. */
export const isFromFacts = (measure: Measure): boolean =>
  measure.kind !== "review" && operandsOf(measure).every(isFromFacts);

/** The simple measures at the bottom of a measure; of a percentile those of the ranked one. */
export function leavesOf(measure: Measure): SimpleMeasure[] {
  return isSimple(measure) ? [measure] : operandsOf(measure).flatMap(leavesOf);
}
