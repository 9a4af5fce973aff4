import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact/calendar-date";
import { type MeasureValue, measureFromSums } from "@tiergraph/program/measure/measure-facts";
import type { DayRange } from "@tiergraph/program/measure/window";
import { countDistinct, type DistinctRequest } from "../fact/fact.store.js";
import { listSeries, type SumRequest, sumSeries } from "./series.store.js";
import { columnOf, pageOf } from "./slot.js";

/** One partner on one day, by the rules of one version. */
export interface Measuring {
  readonly partnerId: string;
  readonly program: Program;
  readonly asOf: CalendarDate;
}

/**
 * Measures partners, each on its day, in the order given: two statements however many partners, days and measures.
 *
 * The engine asks for its totals twice: first to learn which ones it needs, then with what the statements answered.
 */
export async function measurePartners(db: Queryable, measurings: readonly Measuring[]): Promise<MeasureValue[][]> {
  if (measurings.length === 0) return [];
  const sums = new Map<string, SumRequest>();
  const counts = new Map<string, DistinctRequest>();
  for (const measuring of measurings)
    measureFromSums(measuring.program, measuring.asOf, {
      sumOf: (_series, range) => {
        sums.set(sumKey(measuring, range), { partnerId: measuring.partnerId, ...range });
        return 0n;
      },
      distinctOf: (measure, range) => {
        const request = distinctRequest(measuring, measure, range);
        counts.set(JSON.stringify(request), request);
        return 0n;
      },
    });

  const slots = new Map((await listSeries(db)).map(({ key, slot }) => [key, slot]));
  const sumKeys = [...sums.keys()];
  const pages = new Map<string, readonly string[]>();
  for (const { request, page, sums: row } of await sumSeries(db, [...sums.values()]))
    pages.set(`${sumKeys[Number(request) - 1]} ${page}`, row);
  const countKeys = [...counts.keys()];
  const distinct = counts.size === 0 ? [] : await countDistinct(db, [...counts.values()]);
  const totals = new Map(distinct.map(({ request, total }) => [countKeys[request], total]));

  return measurings.map((measuring) =>
    measureFromSums(measuring.program, measuring.asOf, {
      sumOf: (series, range) => {
        const slot = slots.get(series.key);
        if (slot === undefined) throw new Error(`Series ${series.key} of ${measuring.program.version} is not kept`);
        return BigInt(pages.get(`${sumKey(measuring, range)} ${pageOf(slot)}`)?.[columnOf(slot)] ?? 0);
      },
      distinctOf: (measure, range) => totals.get(JSON.stringify(distinctRequest(measuring, measure, range))) ?? 0n,
    }),
  );
}

const sumKey = ({ partnerId }: Measuring, { from, to }: DayRange): string => `${partnerId} ${from} ${to}`;

type SimpleMeasure = Parameters<Parameters<typeof measureFromSums>[2]["distinctOf"]>[0];

const distinctRequest = ({ partnerId, asOf }: Measuring, measure: SimpleMeasure, range: DayRange): DistinctRequest => ({
  partnerId,
  by: measure.kind === "distinct" ? measure.by : null,
  kinds: measure.source.kinds,
  where: measure.source.where,
  from: range.from,
  to: range.to,
  asOf,
});
