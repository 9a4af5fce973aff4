import { type FactSource, titlesOfKind } from "../document/facts/index.js";
import { groupedBy, type Measure, type SimpleMeasure, type SumMeasure } from "../document/measures/index.js";
import type { Window } from "../document/periods/index.js";
import type { Program } from "../document/program/index.js";
import {
  type CalendarDate,
  compare,
  formatCount,
  formatForReading,
  formatPercent,
  ONE,
  toExactString,
} from "../exact/index.js";
import { capitalized, groupWords, inUnit, inWords, plural } from "../words/index.js";

/** A measure in one sentence for partners: what it counts, over which days, less what, under which cap. */
export function measureInWords(program: Program, measure: Measure): string {
  const sentence = capitalized(countsInWords(program, measure));
  return `${sentence}${needsRates(program, measure) ? `; amounts in other currencies count in ${program.currency} by the rate of their day` : ""}.`;
}

function countsInWords(program: Program, measure: Measure): string {
  switch (measure.kind) {
    case "sum":
    case "count":
    case "distinct":
    case "statistic":
    case "rate":
      return simpleInWords(program, measure);
    case "ratio":
      return `${inner(program, measure.numerator)}, divided by ${inner(program, measure.denominator)}`;
    case "total":
      return measure.terms
        .map(({ measure: term, times }, i) => {
          const factor = compare(times, ONE) === 0 ? "" : `${formatCount(times)} times `;
          return `${i === 0 ? "" : "plus "}${factor}${inner(program, term)}`;
        })
        .join(", ");
    case "largest":
    case "smallest":
      return `the ${measure.kind} of these: ${inWords(measure.of.map((one) => inner(program, one)))}`;
    case "change":
      return `how far ${inner(program, measure.of)} has moved in ${plural(measure.months, "month")}${measure.as === "share" ? ", as a share of what it was" : ""}`;
    case "active-periods":
      return `in how many of the last ${plural(measure.last, `${measure.fiscal ? "fiscal " : ""}${measure.period}`)} this came to at least ${inUnit(toExactString(measure.atLeast), measure.of.unit, program)}: ${inner(program, measure.of)}`;
    case "largest-group":
    case "smallest-group":
      return `the ${measure.kind === "largest-group" ? "most" : "least"} that one ${groupWords(program, groupedBy(measure.of) ?? "group").one} has of this: ${inner(program, measure.of)}`;
    case "percentile": {
      const cohort = measure.among.length === 0 ? "all partners" : `the partners of the same ${inWords(measure.among)}`;
      return `the share of ${cohort} that are ${STANDINGS[measure.counts]} by this: ${inner(program, measure.of)}`;
    }
    case "review":
      return `the score of the latest review, ${program.reviews.find(({ name }) => name === measure.review)?.title ?? measure.review}, ${windowInWords(measure.window)}`;
  }
}

const STANDINGS = {
  "not-above": "not above the partner",
  "at-or-above": "at or above the partner",
  "from-the-top": "at or above the partner, equals at the first of their places,",
} as const;

/** An operand: by its title where the program names it, else by what it counts. */
function inner(program: Program, measure: Measure): string {
  const isNamed = program.measures.some(({ name }) => name === measure.name);
  return isNamed ? measure.title : countsInWords(program, measure);
}

function simpleInWords(program: Program, measure: SimpleMeasure): string {
  const { source, window, onlyActive } = measure;
  const of = kindsInWords(program, source);
  const netted = measure.kind === "sum" || measure.kind === "count" ? measure : null;
  const clauses = [
    `${headInWords(measure)} ${of}${conditionsInWords(source)}`,
    windowInWords(window),
    ...(onlyActive && !source.kinds.includes("certification") ? ["only those that have not ended"] : []),
    ...(netted?.netOf == null ? [] : [`less ${kindsInWords(program, netted.netOf.source)}`]),
    ...(netted?.capPerCustomer == null ? [] : [`one customer counts for at most ${capInWords(program, netted)}`]),
    ...(source.since === null ? [] : [`from ${dayInWords(source.since)} on`]),
    ...(source.before === null ? [] : [`before ${dayInWords(source.before)}`]),
  ];
  return clauses.join(", ");
}

function headInWords(measure: SimpleMeasure): string {
  switch (measure.kind) {
    case "sum":
      return measure.field === "amount" ? "the amounts of" : "the quantities of";
    case "count":
      return "the number of";
    case "distinct": {
      const what = typeof measure.of === "string" ? PLURALS[measure.of] : `values of ${measure.of.attribute}`;
      const least = measure.atLeast > 1 ? ` with ${measure.atLeast} or more` : "";
      return `the number of different ${what}${least} among`;
    }
    case "statistic":
      return `the ${measure.statistic} ${typeof measure.field === "string" ? measure.field : measure.field.attribute.replaceAll("-", " ")} of`;
    case "rate":
      return `${RATES[measure.rate]}, from`;
  }
}
const RATES = {
  nps: "the share of promoters less that of detractors, in points",
  renewal: "customers that renewed, of those that renewed or left",
  "net-retention": "what the customers of the first day have left of their recurring revenue, expansions included",
  "gross-retention": "what the customers of the first day have left of their recurring revenue",
} as const;
const PLURALS = { customer: "customers", person: "people", product: "products" } as const;

function capInWords(program: Program, { capPerCustomer, unit }: Pick<SumMeasure, "capPerCustomer" | "unit">): string {
  if (capPerCustomer === null) return "";
  return capPerCustomer.kind === "share"
    ? `${formatPercent(capPerCustomer.most)} of the whole`
    : inUnit(toExactString(capPerCustomer.most), unit, program);
}

function conditionsInWords({ where, except }: FactSource): string {
  const said = (negated: boolean) => (condition: FactSource["where"][number]) =>
    condition.attribute === "self-dealing" && negated
      ? " to customers that are not the partner's own"
      : ` ${negated ? "but not" : "with"} ${condition.attribute.replaceAll("-", " ")} ${condition.in.join(" or ")}`;
  return [...where.map(said(false)), ...except.map(said(true))].join("");
}

/** Kinds of facts in words that partners know. */
const kindsInWords = (program: Program, { kinds }: Pick<FactSource, "kinds">): string =>
  inWords(kinds.map((kind) => titlesOfKind(program, kind).many));

function windowInWords(window: Window): string {
  switch (window.kind) {
    case "rolling-days":
      return `in the last ${plural(window.days, "day")}`;
    case "rolling-months":
      return `in the last ${plural(window.months, "month")}`;
    case "calendar-months":
      return `in the current month and the ${plural(window.months - 1, "month")} before it`;
    case "lifetime":
      return "since the beginning";
    default:
      return `in the ${window.which === "last" ? "last whole" : "current"} ${window.fiscal ? "fiscal " : ""}${window.kind}`;
  }
}

function needsRates(program: Program, measure: Measure): boolean {
  return measure.kind === "sum" && measure.unit === "money" && program.currency !== "";
}

const dayInWords = (day: string): string => formatForReading(day as CalendarDate); // The document's days are read as such.
