import { type FactSource, printConditions, printNarrowing } from "../facts/index.js";
import { isSame, type Plain, printFactor, printNumber, printPercent, withoutEmpty } from "../notation/index.js";
import { printWindow } from "../periods/index.js";
import { givenSource } from "./given-measure.js";
import type {
  CompositeMeasure,
  DistinctField,
  Measure,
  PercentileMeasure,
  RateMeasure,
  SimpleMeasure,
  StatisticMeasure,
  SumMeasure,
} from "./measure.js";

/** The notation of a named measure: what `readMeasures` reads back. */
export function printMeasure(measure: Measure): Plain {
  const heading = printHeading(measure);
  switch (measure.kind) {
    case "sum":
    case "count":
    case "distinct":
    case "rate":
      return printSimple(measure);
    case "statistic":
      // A measure written in place has no name of its own to be reported under.
      return isGiven(measure) && !measure.name.includes(".")
        ? { ...heading, given: measure.unit, ...printFrom(measure), window: printWindow(measure.window) }
        : printSimple(measure);
    case "percentile":
      return { ...heading, ...printPercentile(measure) };
    case "review":
      return { ...heading, review: measure.review, window: printWindow(measure.window) };
    default:
      return { ...heading, ...printComposite(measure) };
  }
}

function printHeading({ title, effort, seenBy }: Measure): Plain {
  return withoutEmpty({
    title,
    effort: effort && printNumber(effort),
    "seen-by": seenBy === "vendor" ? seenBy : null,
  });
}

function printPercentile({ of, among, counts }: PercentileMeasure): Plain {
  const [first = "everyone", ...others] = among;
  const cohort = others.length === 0 ? first : among;
  if (counts === "not-above") return { percentile: of.name, among: cohort };
  return { top: of.name, among: cohort, ties: counts === "at-or-above" ? "out" : "in" };
}

function isGiven({ name, unit, source, field, statistic, onlyActive, late, by }: StatisticMeasure): boolean {
  const from = typeof field === "string" ? null : field.attribute;
  return isSame({ statistic, field, source, onlyActive, late, by }, givenSource(name, { unit, from }));
}

const printFrom = ({ field }: StatisticMeasure): Plain => (typeof field === "string" ? {} : { from: field.attribute });

function printComposite(measure: CompositeMeasure): Plain {
  switch (measure.kind) {
    case "ratio":
      return { ratio: [measure.numerator, measure.denominator].map(printOperand) };
    case "total":
      return { total: measure.terms.map(printTerm), unit: measure.unit };
    case "largest":
    case "smallest":
      return { [measure.kind]: measure.of.map(({ name }) => name) };
    case "largest-group":
    case "smallest-group":
      return { [measure.kind === "largest-group" ? "largest" : "smallest"]: measure.of.name };
    case "change":
      return { change: measure.of.name, over: `${measure.months} months`, as: measure.as };
    case "active-periods":
      return {
        active: `${measure.fiscal ? "fiscal " : ""}${measure.period}s`,
        "of-last": measure.last,
        with: printCounted(measure.of),
        "at-least": printNumber(measure.atLeast),
      };
  }
}

// Measures written in place have a dot in their name; named ones cannot.
function printOperand(operand: Measure): Plain | string {
  return operand.name.includes(".") ? printMeasure(operand) : operand.name;
}

function printCounted(measure: SimpleMeasure): Plain | string {
  const printed = printOperand(measure);
  if (typeof printed === "string") return printed;
  const { window: _, ...withoutWindow } = printed;
  return withoutWindow;
}

function printTerm({ measure, times }: { measure: Measure; times: SumMeasure["effort"] & object }): Plain | string {
  const isPlain = times.num === 1n && times.den === 1n;
  return isPlain ? measure.name : { measure: measure.name, times: printFactor(times) };
}

function printSimple(measure: SimpleMeasure): Plain {
  const { source, window, onlyActive, by, late } = measure;
  return {
    ...printHeading(measure),
    ...printCount(measure),
    ...withoutEmpty({ ...printNarrowing(source), active: onlyActive, by, late: late === "recount" ? late : null }),
    ...printNetting(measure),
    window: printWindow(window),
  };
}

/** What is counted, and how. */
function printCount(measure: SimpleMeasure): Plain {
  const of = measure.source.kinds;
  if (measure.kind === "sum") return { sum: measure.field, of };
  if (measure.kind === "count") return { count: of };
  if (measure.kind === "rate") return printRate(measure);
  if (measure.kind === "statistic") return { [measure.statistic]: measure.field, of };
  const { atLeast, holding } = measure;
  if (atLeast === 1 && holding === null) return { distinct: nameOf(measure.of), of };
  const held = { "at-least": atLeast, ...(holding === null ? {} : { distinct: nameOf(holding) }) };
  return { distinct: nameOf(measure.of), of, holding: held };
}

function printRate({ rate }: RateMeasure): Plain {
  if (rate === "nps" || rate === "renewal") return { [rate]: "customers" };
  return { retention: rate === "net-retention" ? "net" : "gross" };
}

const nameOf = (of: DistinctField): string => (typeof of === "string" ? of : of.attribute);

function printNetting(measure: SimpleMeasure): Plain {
  if (measure.kind !== "sum" && measure.kind !== "count") return {};
  const { netOf, capPerCustomer: cap } = measure;
  return withoutEmpty({
    "net-of": netOf && printNetOf(netOf, measure.source),
    "cap-per-customer": cap && (cap.kind === "share" ? printPercent(cap.most) : printNumber(cap.most)),
  });
}

// By default subtracted facts are narrowed like the measure.
function printNetOf({ source, window }: NonNullable<SumMeasure["netOf"]>, measured: FactSource): unknown {
  const hasOwnWhere = !isSame(source.where, measured.where);
  if (!hasOwnWhere && window === null) return source.kinds;
  return {
    of: source.kinds,
    ...(hasOwnWhere ? { where: printConditions(source.where) } : {}),
    ...(window === null ? {} : { window: printWindow(window) }),
  };
}
