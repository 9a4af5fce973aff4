import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact";
import {
  type Adjustment,
  type DayRange,
  type FactSelection,
  type FactTotals,
  type Gathering,
  type MeasureValue,
  measureFromSums,
  type RankedMeasure,
  type Series,
} from "@tiergraph/program/measure";
import { type CountingRequest, countingRequest } from "../fact/index.js";
import type { Measuring } from "./measuring.js";

/** A total that the engine asks for, as the database reads it; null where no day counts. */
export type AskedTotal =
  | { readonly kind: "sum"; readonly series: Series; readonly range: DayRange; readonly key: string }
  | {
      readonly kind: "count";
      readonly counting: FactSelection;
      readonly request: CountingRequest | null;
      readonly key: string;
    }
  | {
      readonly kind: "gather";
      readonly into: Gathering;
      readonly request: CountingRequest | null;
      readonly key: string;
    }
  | { readonly kind: "rank"; readonly ranked: RankedMeasure };

/**
 * What the engine asks for to measure a partner, in its order. It depends on the program, the day, the measures and the
 * adjustments, and on nothing of the partner; without adjustments it is worked out once.
 */
export function askedTotals(measuring: Measuring, adjustments: readonly Adjustment[]): readonly AskedTotal[] {
  if (adjustments.length > 0) return noted(measuring, adjustments);
  const { program, asOf, names } = measuring;
  const plans = kept.get(program) ?? new BoundedMap<string, readonly AskedTotal[]>(MAX_KEPT);
  kept.set(program, plans);
  const key = names === undefined ? asOf : `${asOf} ${textOf(names)}`;
  return plans.remember(key, () => noted(measuring, []));
}

const textOf = (names: ReadonlySet<string>): string =>
  names.size === 1 ? [...names].join() : [...names].sort().join(" ");

const MAX_KEPT = 256;
const kept = new WeakMap<Program, BoundedMap<string, readonly AskedTotal[]>>();

function noted(measuring: Measuring, adjustments: readonly Adjustment[]): AskedTotal[] {
  const asked: AskedTotal[] = [];
  measure(measuring, adjustments, {
    sumOf: (series, range) => {
      asked.push({ kind: "sum", series, range, key: `${range.from ?? ""} ${range.to}` });
      return 0n;
    },
    distinctOf: (counting) => {
      const request = countingRequest(counting);
      asked.push({ kind: "count", counting, request, key: JSON.stringify(request) });
      return 0n;
    },
    gather: (counting, into) => {
      const request = countingRequest(counting);
      asked.push({ kind: "gather", into, request, key: JSON.stringify([request, into]) });
      return [];
    },
    rankOf: (ranked) => {
      asked.push({ kind: "rank", ranked });
      return null;
    },
  });
  return asked;
}

/** The measures of a partner, by totals that are answered in the order in which they were asked for. */
export function measureByAnswers(
  measuring: Measuring,
  adjustments: readonly Adjustment[],
  asked: readonly AskedTotal[],
  answer: Answers,
): MeasureValue[] {
  let at = 0;
  const next = <Kind extends AskedTotal["kind"]>(kind: Kind): ReturnType<Answers[Kind]> => {
    const total = asked[at++];
    if (total?.kind !== kind) throw new Error(`A measure asked for its ${at}. total in another order than before`);
    return answer[kind](total as never) as ReturnType<Answers[Kind]>; // Of the kind that was just compared.
  };
  return measure(measuring, adjustments, {
    sumOf: () => next("sum"),
    distinctOf: () => next("count"),
    gather: () => next("gather"),
    rankOf: () => next("rank"),
  });
}

interface Answers {
  sum(total: Extract<AskedTotal, { kind: "sum" }>): bigint;
  count(total: Extract<AskedTotal, { kind: "count" }>): bigint;
  gather(total: Extract<AskedTotal, { kind: "gather" }>): ReturnType<FactTotals["gather"]>;
  rank(total: Extract<AskedTotal, { kind: "rank" }>): ReturnType<FactTotals["rankOf"]>;
}

const measure = (
  { program, asOf, names }: { program: Program; asOf: CalendarDate; names?: ReadonlySet<string> },
  adjustments: readonly Adjustment[],
  totals: FactTotals,
): MeasureValue[] => measureFromSums(program, asOf, totals, adjustments, names);
