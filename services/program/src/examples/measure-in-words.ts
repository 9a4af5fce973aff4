import { type FactSource, titlesOfKind } from "../document/facts/index.js";
import { groupedBy, type Measure, type SimpleMeasure } from "../document/measures/index.js";
import type { Window } from "../document/periods/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, compare, ONE, toExactString } from "../exact/index.js";
import { capInWords } from "../measure/index.js";
import { capitalized, countIn, dayInWords, groupWords, inUnit, inWords, lengthInWords, orIn } from "../words/index.js";
import { measureMessages } from "./measure-sentence.messages.js";

/** A measure in one sentence for partners: what it counts, over which days, less what, under which cap. */
export function measureInWords(program: Program, measure: Measure): string {
  const known = sentences.get(program) ?? new WeakMap<Measure, string>();
  sentences.set(program, known);
  const sentence = known.get(measure) ?? sentenceOf(program, measure);
  known.set(measure, sentence);
  return sentence;
}

/** Each home of a partner shows them: a program never changes. */
const sentences = new WeakMap<Program, WeakMap<Measure, string>>();

function sentenceOf(program: Program, measure: Measure): string {
  const counts = capitalized(countsInWords(program, measure));
  return needsRates(program, measure)
    ? measureMessages.sentenceWithRates(program.language, { counts, currency: program.currency })
    : measureMessages.sentence(program.language, { counts });
}

function countsInWords(program: Program, measure: Measure): string {
  const { language } = program;
  switch (measure.kind) {
    case "sum":
    case "count":
    case "distinct":
    case "statistic":
    case "rate":
      return simpleInWords(program, measure);
    case "ratio": {
      const [numerator, denominator] = [inner(program, measure.numerator), inner(program, measure.denominator)];
      return measureMessages.ratio(language, { numerator, denominator });
    }
    case "total":
      return measure.terms
        .map(({ measure: term, times }, i) => {
          const one = inner(program, term);
          const taken =
            compare(times, ONE) === 0
              ? one
              : measureMessages.times(language, { factor: countIn(language, times), measure: one });
          return i === 0 ? taken : measureMessages.plus(language, { term: taken });
        })
        .join(", ");
    case "largest":
    case "smallest": {
      const measures = inWords(
        measure.of.map((one) => inner(program, one)),
        language,
      );
      return measureMessages[measure.kind](language, { measures });
    }
    case "change": {
      const length = lengthInWords({ count: measure.months, unit: "month" }, language);
      const values = { measure: inner(program, measure.of), length };
      return measureMessages[measure.as === "share" ? "changeAsShare" : "change"](language, values);
    }
    case "active-periods": {
      const period = measure.fiscal ? (`fiscal${capitalized(measure.period)}` as FiscalPeriod) : measure.period;
      return measureMessages.activePeriods(language, {
        periods: measureMessages[period](language, { count: measure.last }),
        least: inUnit(toExactString(measure.atLeast), measure.of.unit, program),
        measure: inner(program, measure.of),
      });
    }
    case "largest-group":
    case "smallest-group": {
      const by = groupedBy(measure.of);
      const group = by === null ? measureMessages.group(language) : groupWords(program, by).one;
      const values = { group, measure: inner(program, measure.of) };
      return measureMessages[measure.kind === "largest-group" ? "largestGroup" : "smallestGroup"](language, values);
    }
    case "percentile": {
      const partners =
        measure.among.length === 0
          ? measureMessages.allPartners(language)
          : measureMessages.partnersOfSame(language, { attributes: inWords(measure.among, language) });
      const standing = STANDINGS[measure.counts];
      return measureMessages.percentile(language, { partners, standing, measure: inner(program, measure.of) });
    }
    case "review": {
      const title = program.reviews.find(({ name }) => name === measure.review)?.title ?? measure.review;
      return measureMessages.review(language, { review: title, window: windowInWords(measure.window, language) });
    }
  }
}

type FiscalPeriod = "fiscalMonth" | "fiscalQuarter" | "fiscalYear";
const STANDINGS = { "not-above": "notAbove", "at-or-above": "atOrAbove", "from-the-top": "fromTheTop" } as const;

/** An operand: by its title where the program names it, else by what it counts. */
function inner(program: Program, measure: Measure): string {
  const isNamed = program.measures.some(({ name }) => name === measure.name);
  return isNamed ? measure.title : countsInWords(program, measure);
}

function simpleInWords(program: Program, measure: SimpleMeasure): string {
  const { language } = program;
  const { source, window, onlyActive } = measure;
  const netted = measure.kind === "sum" || measure.kind === "count" ? measure : null;
  const cap = capInWords(measure, program);
  const clauses = [
    `${headInWords(measure, { kinds: kindsInWords(program, source), language })}${conditionsInWords(source, language)}`,
    windowInWords(window, language),
    ...(onlyActive && !source.kinds.includes("certification") ? [measureMessages.onlyActive(language)] : []),
    ...(netted?.netOf == null
      ? []
      : [measureMessages.less(language, { kinds: kindsInWords(program, netted.netOf.source) })]),
    ...(cap === "" ? [] : [cap]),
    ...(source.since === null ? [] : [measureMessages.since(language, { day: dayOf(source.since, language) })]),
    ...(source.before === null ? [] : [measureMessages.before(language, { day: dayOf(source.before, language) })]),
  ];
  return clauses.join(", ");
}

function headInWords(measure: SimpleMeasure, { kinds, language }: { kinds: string; language: string }): string {
  switch (measure.kind) {
    case "sum":
      return measureMessages[measure.field === "amount" ? "amounts" : "quantities"](language, { kinds });
    case "count":
      return measureMessages.number(language, { kinds });
    case "distinct": {
      const things =
        typeof measure.of === "string"
          ? measureMessages[PLURALS[measure.of]](language)
          : measureMessages.valuesOf(language, { attribute: measure.of.attribute });
      return measure.atLeast > 1
        ? measureMessages.distinctAtLeast(language, { things, least: measure.atLeast, kinds })
        : measureMessages.distinct(language, { things, kinds });
    }
    case "statistic": {
      const { statistic, field } = measure;
      const name = typeof field === "string" ? field : field.attribute.replaceAll("-", " ");
      return measureMessages.statistic(language, { statistic, field: name, kinds });
    }
    case "rate":
      return measureMessages[measure.rate](language, { kinds });
  }
}
const PLURALS = { customer: "customers", person: "people", product: "products" } as const;

function conditionsInWords({ where, except }: FactSource, language: string): string {
  const said = (negated: boolean) => (condition: FactSource["where"][number]) => {
    if (condition.attribute === "self-dealing" && negated) return measureMessages.notOwn(language);
    const attribute = condition.attribute.replaceAll("-", " ");
    return measureMessages[negated ? "without" : "with"](language, { attribute, values: orIn(condition.in, language) });
  };
  return [...where.map(said(false)), ...except.map(said(true))].join("");
}

/** Kinds of facts in words that partners know. */
const kindsInWords = (program: Program, { kinds }: Pick<FactSource, "kinds">): string =>
  inWords(
    kinds.map((kind) => titlesOfKind(program, kind).many),
    program.language,
  );

function windowInWords(window: Window, language: string): string {
  switch (window.kind) {
    case "rolling-days": {
      const length = lengthInWords({ count: window.days, unit: "day" }, language);
      return measureMessages.lastDays(language, { length });
    }
    case "rolling-months": {
      const length = lengthInWords({ count: window.months, unit: "month" }, language);
      return measureMessages.lastDays(language, { length });
    }
    case "calendar-months": {
      const length = lengthInWords({ count: window.months - 1, unit: "month" }, language);
      return measureMessages.calendarMonths(language, { length });
    }
    case "lifetime":
      return measureMessages.lifetime(language);
    default: {
      const period = window.fiscal ? `fiscal${capitalized(window.kind)}` : window.kind;
      return measureMessages[window.which === "last" ? "last" : "current"](language, { period });
    }
  }
}

function needsRates(program: Program, measure: Measure): boolean {
  return measure.kind === "sum" && measure.unit === "money" && program.currency !== "";
}

const dayOf = (day: string, language: string): string => dayInWords(day as CalendarDate, language); // The document's days are read as such.
