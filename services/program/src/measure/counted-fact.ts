import { titlesOfKind } from "../document/facts/index.js";
import type { CountMeasure, SimpleMeasure, SumMeasure } from "../document/measures/index.js";
import {
  add,
  compare,
  currencyDigits,
  divide,
  fromMinorUnits,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  toExactString,
  ZERO,
} from "../exact/index.js";
import { countIn, inUnit, inWords } from "../words/index.js";
import { type CappedCustomers, capInWords } from "./capped-customers.js";
import { type CountedDays, weightedDays } from "./counted-days.js";
import type { Fact } from "./fact.js";
import { countedEntries, type Entry, entriesOf } from "./fact-selection.js";
import type { FactTotals } from "./fact-totals.js";
import type { HeldAtZero } from "./held-at-zero.js";
import { countingMessages } from "./measure.messages.js";
import { contextWithin, type MeasureContext } from "./measure-context.js";
import { daysOf, factorsOf, nettingOf, ofCertificates, selectionOver } from "./measure-simple.js";

type AddedUp = SumMeasure | CountMeasure;

/** How much of one fact counts in a measure that adds up facts. */
export interface CountedFact {
  /** In the measure's unit; negative where it is subtracted. */
  readonly counted: Rational;
  /** Why the counted value differs from the fact's own: "600.00 USD of 1,500.00 USD: …"; null where it does not. */
  readonly explanation: string | null;
}

export interface CountedFactQuery extends Omit<MeasureContext, "totals" | "excused"> {
  /** The customers of a measure with a cap; null for no cap. */
  readonly capped: CappedCustomers | null;
  /** The sums of a measure held at zero; null where it is not. */
  readonly heldAtZero: HeldAtZero | null;
}

/**
 * How much of one fact counts. Where a customer exceeds the cap, each of its facts counts in the same proportion; where
 * more is voided later than is added, each voided fact counts for the same share of what is added. Null for measures
 * that do not add up facts: ratios, distinct values, certificates, medians.
 */
export function countedFact(measure: SimpleMeasure, fact: Fact, query: CountedFactQuery): CountedFact | null {
  if ((measure.kind !== "sum" && measure.kind !== "count") || ofCertificates(measure) !== null) return null;
  const pieces = piecesOf(measure, fact, query);
  const brought = broughtBy(pieces);
  const inUnitOf = (value: Rational): string => inUnit(toExactString(value), measure.unit, query.program);
  const held = query.heldAtZero;
  const takenBack = broughtBy(pieces.filter(({ isNetted }) => !isNetted));
  if (held !== null && compare(takenBack, ZERO) < 0) {
    const part = divide(multiply(takenBack, held.added), held.takenBack);
    const counted = add(subtract(brought, takenBack), part);
    return {
      counted,
      explanation: whyHeld({ counted: part, takenBack }, held, { language: query.program.language, inUnitOf }),
    };
  }
  // Of a measure held at zero nothing is left for a cap to limit.
  const capped = held === null ? query.capped : null;
  const customer = capped?.customers.find((one) => one.customer === fact.customer);
  if (customer !== undefined && compare(customer.counted, customer.brought) !== 0) {
    const counted = divide(multiply(brought, customer.counted), customer.brought);
    const values = {
      part: inUnitOf(counted),
      all: inUnitOf(brought),
      cap: capInWords(measure, query.program),
      hasCustomer: fact.customer !== null,
      brought: inUnitOf(customer.brought),
      counted: inUnitOf(customer.counted),
    };
    const isAll = compare(brought, customer.brought) === 0;
    const explanation = countingMessages[isAll ? "partOf" : "partOfCustomer"](query.program.language, values);
    return { counted, explanation };
  }
  return { counted: brought, explanation: whyOf(measure, pieces, { query, inUnitOf }) };
}

/** A day on which a fact is added or subtracted. */
interface Piece extends Pick<Entry, "sign"> {
  readonly value: Rational;
  readonly factor: Rational;
  readonly isNetted: boolean;
}

function piecesOf(measure: AddedUp, fact: Fact, { program, asOf, adjustments }: CountedFactQuery): Piece[] {
  const context = contextWithin({ program, asOf, adjustments, excused: [], totals: NOTHING_ASKED }, measure.name);
  const { plus, minus } = daysOf(measure, context, null);
  const factors = factorsOf(measure, context);
  const whole =
    measure.kind === "count"
      ? ONE
      : measure.field === "amount"
        ? fromMinorUnits(fact.amountMinor ?? 0n, currencyDigits(program.currency))
        : rational(fact.quantity ?? 0n);
  const piecesIn = (source: SimpleMeasure["source"], { ranges }: CountedDays, isNetted: boolean): Piece[] =>
    weightedDays(ranges, factors).flatMap(({ range, factor }) => {
      const selection = selectionOver(measure, source, { span: range, ranges: [range] }, context);
      return countedEntries(selection, entriesOf(fact)).map(({ sign }) => {
        const isAdded = sign > 0n !== isNetted;
        return { sign, factor, isNetted, value: isAdded ? whole : subtract(ZERO, whole) };
      });
    });
  const netOf = nettingOf(measure);
  return [
    ...piecesIn(measure.source, plus, false),
    ...(netOf === null || minus === null ? [] : piecesIn(netOf.source, minus, true)),
  ];
}

const broughtBy = (pieces: readonly Piece[]): Rational =>
  pieces.map(({ value, factor }) => multiply(value, factor)).reduce(add, ZERO);

/** "-300.00 USD of -500.00 USD: of 1,000.00 USD that were taken back later 600.00 USD count, since …" */
function whyHeld(
  { counted, takenBack }: { counted: Rational; takenBack: Rational },
  held: HeldAtZero,
  { language, inUnitOf }: { language: string; inUnitOf: (value: Rational) => string },
): string {
  const isAll = compare(subtract(ZERO, takenBack), held.takenBack) === 0;
  return countingMessages[isAll ? "heldAtZero" : "heldAtZeroOf"](language, {
    part: inUnitOf(counted),
    all: inUnitOf(takenBack),
    takenBack: inUnitOf(held.takenBack),
    added: inUnitOf(held.added),
  });
}

function whyOf(
  measure: AddedUp,
  pieces: readonly Piece[],
  { query, inUnitOf }: { query: CountedFactQuery; inUnitOf: (value: Rational) => string },
): string | null {
  const [first, ...others] = pieces;
  if (first === undefined) return null;
  const { language } = query.program;
  if (others.length > 0) return countingMessages.countsTwice(language);
  if (compare(first.factor, ONE) !== 0)
    return countingMessages.adjusted(language, {
      counted: inUnitOf(multiply(first.value, first.factor)),
      whole: inUnitOf(first.value),
      factor: countIn(language, first.factor),
    });
  if (first.isNetted) {
    const kinds = nettingOf(measure)?.source.kinds ?? [];
    const titles = kinds.map((kind) => titlesOfKind(query.program, kind).many);
    return countingMessages.takenOff(language, { kinds: inWords(titles, language) });
  }
  return first.sign < 0n ? countingMessages.countsAgainstItself(language) : null;
}

/** Computing the days needs no totals. */
const NOTHING_ASKED: FactTotals = {
  sumOf: () => 0n,
  distinctOf: () => 0n,
  gather: () => [],
  rankOf: () => null,
};
