import { groupedBy, isSimple, type Measure } from "../document/measures/index.js";
import { measureNamed } from "../document/program/index.js";
import type { Threshold } from "../document/requirements/index.js";
import { type Rational, toExactString, ZERO } from "../exact/index.js";
import { type MeasureValue, nothingOf, valueElsewhere } from "../measure/index.js";
import type { AssessedCommon, AssessedRequirement, Assessment } from "./assessed.js";
import { barFor, gapTo, isReached, shareOf, unitDigits } from "./bar.js";
import type { Evidence } from "./evidence.js";

/** Assesses one measure against its bound. Throws where the evidence lacks a measure of the program. */
export function assessThreshold(threshold: Threshold, evidence: Evidence): Assessment {
  const measure = measureNamed(evidence.program, threshold.measure);
  const actual = actualOf(measure, evidence);
  const bar = barFor(threshold, evidence);
  const step = unitDigits(measure.unit, evidence.program.currency);
  const isMet = actual !== null && isReached(bar, actual);
  // Without a value even an upper bound is not met.
  const fraction = actual === null ? ZERO : shareOf(bar, actual, step);
  return leaf({
    fraction,
    node: {
      kind: "threshold",
      ...leafOf(threshold, evidence, isMet),
      measure: threshold.measure,
      title: measure.title,
      unit: measure.unit,
      bound: bar.bound,
      target: toExactString(bar.target),
      actual: actual === null ? null : toExactString(actual),
      gap: toExactString(gapTo(bar, actual ?? ZERO, step)),
      market: bar.market,
    },
  });
}

/** The measure's value for the group in question. A sum or count is zero for a group without facts. */
export function actualOf(measure: Measure, { measures, group }: Evidence): Rational | null {
  const value = measures.get(measure.name);
  if (value === undefined) throw new Error(`No value for measure ${measure.name}`);
  if (group === null || !isGroupedBy(measure, group.by)) return value.value;
  // Old decisions have no groups for composites; they were made with the whole value.
  if (value.groups === null) return isSimple(measure) ? nothingOf(measure) : value.value;
  return value.groups.get(group.value) ?? valueElsewhere(measure, (whole) => wholeOf(whole.name, measures));
}

/** The operands of a ratio that are written in place are stored with the ratio. */
function wholeOf(name: string, measures: Evidence["measures"]): Rational | null {
  const [, ratio, part] = /^(.*)\.(numerator|denominator)$/.exec(name) ?? [];
  if (ratio === undefined) return measures.get(name)?.value ?? null;
  return measures.get(ratio)?.[part === "numerator" ? "numerator" : "denominator"] ?? null;
}

export const isGroupedBy = (measure: Measure, attribute: string): boolean => groupedBy(measure) === attribute;

/** The values of the attribute that a measure is grouped by. */
export const groupsIn = (value: MeasureValue | undefined): string[] => [...(value?.groups?.keys() ?? [])];

/** The common fields of a node without children. */
export function leafOf(
  { path, why }: { readonly path: string; readonly why: string | null },
  { group }: Evidence,
  isMet: boolean,
): Omit<AssessedCommon, "fraction"> {
  return {
    path,
    why,
    isMet,
    isAsked: true,
    needed: 1,
    metCount: isMet ? 1 : 0,
    group: group?.value ?? null,
    children: [],
  };
}

type WithoutFraction<Node> = Node extends AssessedRequirement ? Omit<Node, "fraction"> : never;

/** Adds the fraction to its node as exact text. */
export function leaf({
  node,
  fraction,
}: {
  readonly node: WithoutFraction<AssessedRequirement>;
  readonly fraction: Rational;
}): Assessment {
  return { fraction, node: { fraction: toExactString(fraction), ...node } as AssessedRequirement }; // Only the fraction was missing.
}
