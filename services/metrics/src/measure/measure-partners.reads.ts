import type { Queryable } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { CohortWord, PercentileMeasure } from "@tiergraph/program/document/measures";
import { type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";
import {
  type Adjustment,
  type DayRange,
  type FactSelection,
  type FactTotals,
  type GatheredRow,
  type MeasureValue,
  measureFromSums,
  type Rank,
  type RankedMeasure,
  type RankedSums,
  type Series,
} from "@tiergraph/program/measure";
import { adjustmentsOfPartners } from "../adjustment/index.js";
import {
  countDistinct,
  countingRequest,
  type DistinctRequest,
  type GatheredFactsRow,
  type GatherRequest,
  gatherFacts,
  gatherRequest,
} from "../fact/index.js";
import { columnOf, listSeries, pageOf, type SumRequest, sumSeries } from "../series/index.js";
import { DistinctRequests } from "./distinct-requests.js";
import type { Measuring } from "./measuring.js";
import { type PlaceWord, type RankedPart, type RankRequest, rankPartners } from "./rank.store.js";
import { type Ranking, rankEveryone } from "./rank-everyone.reads.js";

export interface MeasureReaders {
  /** Reads the facts and sums of the partners. */
  readonly own: Queryable;
  /** Reads everyone's sums: a percentile needs them for any viewer, and shows nothing of them but two counts. */
  readonly everyone: Queryable;
}

/**
 * Measures partners, each on its day, in the order given. However many partners, days and measures there are: one
 * statement for the columns of the series, one for the adjustments, and at most one each for the partners' places, sums,
 * distinct counts, gathered facts and ranks, each only where something asks for it. What takes more than sums to rank by
 * is measured of everyone (see `rankEveryone`).
 *
 * The engine asks for its totals twice: first to learn which ones it needs, then with what the statements answered.
 */
export async function measurePartners(
  { own, everyone }: MeasureReaders,
  measurings: readonly Measuring[],
): Promise<MeasureValue[][]> {
  if (measurings.length === 0) return [];
  return measureAdjusted({ own, everyone }, measurings, await adjustmentsOfPartners(own, measurings));
}

/** @param adjustments of each, in the order given */
async function measureAdjusted(
  { own, everyone }: MeasureReaders,
  measurings: readonly Measuring[],
  adjustments: readonly (readonly Adjustment[])[],
): Promise<MeasureValue[][]> {
  const measureAll = (totalsOf: (measuring: Measuring) => FactTotals): MeasureValue[][] =>
    measurings.map((measuring, i) =>
      measureFromSums(measuring.program, measuring.asOf, totalsOf(measuring), adjustments[i], measuring.names),
    );

  const slots = new Map((await listSeries(own)).map(({ key, slot }) => [key, slot]));
  const asked = newAskedTotals();
  measureAll((measuring) => notingTotals(measuring, slots, asked));
  const answers = await readAnswers({ own, everyone }, asked);
  return measureAll((measuring) => answeredTotals(measuring, slots, asked, answers));
}

interface AskedTotals {
  readonly sums: DistinctRequests<SumRequest>;
  readonly counts: DistinctRequests<DistinctRequest>;
  readonly gathered: DistinctRequests<GatherRequest>;
  /** Partners are asked for apart from what they are ranked by. */
  readonly ranks: DistinctRequests<Omit<RankRequest, "partnerIds">>;
  readonly rankedIds: Set<string>[];
  /** By percentile and day, what takes more than sums to rank by. */
  readonly rankings: Map<PercentileMeasure, Map<CalendarDate, Ranking>>;
}

const newAskedTotals = (): AskedTotals => ({
  sums: new DistinctRequests(),
  counts: new DistinctRequests(),
  gathered: new DistinctRequests(),
  ranks: new DistinctRequests(),
  rankedIds: [],
  rankings: new Map(),
});

type Slots = ReadonlyMap<string, number>;

function notingTotals({ partnerId, program }: Measuring, slots: Slots, asked: AskedTotals): FactTotals {
  return {
    sumOf: (_series, range) => {
      asked.sums.place(sumRequest(partnerId, range));
      return 0n;
    },
    distinctOf: (counting) => {
      const request = distinctRequest(partnerId, counting);
      if (request !== null) asked.counts.place(request);
      return 0n;
    },
    gather: (counting, into) => {
      const request = distinctRequest(partnerId, counting);
      if (request !== null) asked.gathered.place(gatherRequest(request, into));
      return [];
    },
    rankOf: (ranked) => {
      const request = rankRequest(ranked, slots);
      if (request === null) return noteRanking(asked, { ...ranked, program });
      const place = asked.ranks.place(request);
      const partnerIds = asked.rankedIds[place] ?? new Set();
      asked.rankedIds[place] = partnerIds.add(partnerId);
      return null;
    },
  };
}

function noteRanking({ rankings }: AskedTotals, ranking: Ranking): null {
  const { percentile, asOf, program } = ranking;
  const days = rankings.get(percentile) ?? new Map<CalendarDate, Ranking>();
  rankings.set(percentile, days.set(asOf, { percentile, asOf, program }));
  return null;
}

interface Answers {
  /** By request and page. */
  readonly sums: ReadonlyMap<string, readonly string[]>;
  readonly counts: ReadonlyMap<number, bigint>;
  readonly gathered: ReadonlyMap<string, readonly GatheredRow[]>;
  /** By request and partner. */
  readonly ranks: ReadonlyMap<string, Rank>;
  /** By percentile, day and partner. */
  readonly rankings: ReadonlyMap<PercentileMeasure, ReadonlyMap<CalendarDate, ReadonlyMap<string, Rank | null>>>;
}

async function readAnswers({ own, everyone }: MeasureReaders, asked: AskedTotals): Promise<Answers> {
  const ranked = asked.ranks.all().map((request, i) => ({ ...request, partnerIds: [...(asked.rankedIds[i] ?? [])] }));
  const [sums, counts, gathered, ranks] = await Promise.all([
    asked.sums.size === 0 ? [] : sumSeries(own, asked.sums.all()),
    asked.counts.size === 0 ? [] : countDistinct(own, asked.counts.all()),
    asked.gathered.size === 0 ? [] : gatherFacts(own, asked.gathered.all()),
    ranked.length === 0 ? [] : rankPartners(everyone, ranked),
  ]);
  return {
    // PostgreSQL numbers them from 1.
    sums: new Map(sums.map(({ request, page, sums: row }) => [`${Number(request) - 1} ${page}`, row])),
    counts: new Map(counts.map(({ request, total }) => [request, total])),
    gathered: groupBy(
      gathered.map((row) => ({ ...gatheredRow(row), request: row.request })),
      ({ request }) => `${request}`,
    ),
    ranks: new Map(ranks.map(({ request, partnerId, ...rank }) => [`${request} ${partnerId}`, rank])),
    rankings: await readRankings(everyone, asked),
  };
}

/** A row as the engine reads it. */
export const gatheredRow = ({ amountMinor, quantity, on, request: _, ...row }: GatheredFactsRow): GatheredRow => ({
  ...row,
  on: knownCalendarDate(on),
  amountMinor: amountMinor === null ? null : BigInt(amountMinor),
  quantity: quantity === null ? null : BigInt(quantity),
});

async function readRankings(everyone: Queryable, { rankings }: AskedTotals): Promise<Answers["rankings"]> {
  const answers = new Map<PercentileMeasure, Map<CalendarDate, ReadonlyMap<string, Rank | null>>>();
  for (const [percentile, days] of rankings) {
    const ranks = new Map<CalendarDate, ReadonlyMap<string, Rank | null>>();
    for (const [asOf, ranking] of days)
      ranks.set(
        asOf,
        await rankEveryone(everyone, ranking, (measurings) =>
          measureAdjusted({ own: everyone, everyone }, measurings, []),
        ),
      );
    answers.set(percentile, ranks);
  }
  return answers;
}

function answeredTotals({ partnerId }: Measuring, slots: Slots, asked: AskedTotals, answers: Answers): FactTotals {
  return {
    sumOf: (series, range) => {
      const slot = slotOf(series, slots);
      const row = answers.sums.get(`${asked.sums.place(sumRequest(partnerId, range))} ${pageOf(slot)}`);
      return BigInt(row?.[columnOf(slot)] ?? 0);
    },
    distinctOf: (counting) => {
      const request = distinctRequest(partnerId, counting);
      return request === null ? 0n : (answers.counts.get(asked.counts.place(request)) ?? 0n);
    },
    gather: (counting, into) => {
      const request = distinctRequest(partnerId, counting);
      if (request === null) return [];
      return answers.gathered.get(`${asked.gathered.place(gatherRequest(request, into))}`) ?? [];
    },
    rankOf: (ranked) => {
      const request = rankRequest(ranked, slots);
      if (request !== null) return answers.ranks.get(`${asked.ranks.place(request)} ${partnerId}`) ?? null;
      return answers.rankings.get(ranked.percentile)?.get(ranked.asOf)?.get(partnerId) ?? null;
    },
  };
}

const sumRequest = (partnerId: string, { from, to }: DayRange): SumRequest => ({ partnerId, from, to });

function distinctRequest(partnerId: string, counting: FactSelection): DistinctRequest | null {
  const request = countingRequest(counting);
  return request === null ? null : { partnerId, ...request };
}

/** Null where it takes more than sums of partners whose places are known to the database. */
function rankRequest(
  { percentile: { among }, sums }: RankedMeasure,
  slots: Slots,
): Omit<RankRequest, "partnerIds"> | null {
  if (sums === null || !among.every(isPlace)) return null;
  const { isNeverNegative, plus, minus } = sums;
  return {
    among,
    isNeverNegative,
    plus: rankedPart(plus, slots),
    minus: minus === null ? null : rankedPart(minus, slots),
  };
}

const isPlace = (word: CohortWord): word is PlaceWord => word === "region" || word === "country";

function rankedPart({ series, range }: RankedSums["plus"], slots: Slots): RankedPart {
  const slot = slotOf(series, slots);
  return { page: pageOf(slot), column: columnOf(slot), from: range.from, to: range.to };
}

function slotOf(series: Series, slots: Slots): number {
  const slot = slots.get(series.key);
  if (slot === undefined) throw new Error(`Series ${series.key} is not kept`);
  return slot;
}
