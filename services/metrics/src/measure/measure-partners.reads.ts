import type { Queryable } from "@tiergraph/kit/database/database";
import type { CohortWord, PercentileMeasure } from "@tiergraph/program/document/measures";
import type { CalendarDate } from "@tiergraph/program/exact";
import type { Adjustment, MeasureValue, Rank, RankedMeasure, RankedSums } from "@tiergraph/program/measure";
import { adjustmentsOfPartners } from "../adjustment/index.js";
import { columnOf, listSeries, pageOf } from "../series/index.js";
import { askedTotals, measureByAnswers } from "./asked-totals.js";
import type { Measuring } from "./measuring.js";
import { type PlaceWord, type RankedPart, type RankRequest, rankPartners } from "./rank.store.js";
import { type Ranking, rankEveryone } from "./rank-everyone.reads.js";
import { TotalRequests } from "./total-requests.reads.js";

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
 * What the engine asks for is known by program and day; it is then answered in the same order.
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
  const slots = new Map((await listSeries(own)).map(({ key, slot }) => [key, slot]));
  const plans = measurings.map((measuring, i) => askedTotals(measuring, adjustments[i] ?? []));
  const totals = new TotalRequests((key) => slotOf(key, slots));
  const ranks = new RankRequests(slots);
  for (const [i, measuring] of measurings.entries())
    for (const total of plans[i] ?? [])
      if (total.kind === "rank") ranks.add(measuring, total.ranked);
      else totals.add(measuring.partnerId, total);
  const [answered, rankOf] = await Promise.all([totals.read(own), ranks.read(everyone)]);
  return measurings.map((measuring, i) => {
    const { partnerId } = measuring;
    return measureByAnswers(measuring, adjustments[i] ?? [], plans[i] ?? [], {
      sum: (total) => answered.sum(partnerId, total),
      count: (total) => answered.count(partnerId, total),
      gather: (total) => answered.gather(partnerId, total),
      rank: ({ ranked }) => rankOf(partnerId, ranked),
    });
  });
}

/** Ranks of partners among others: by sums in the database, and else by what is measured of everyone. */
class RankRequests {
  readonly #slots: Slots;
  readonly #places = new Map<string, number>();
  readonly #requests: { readonly request: Omit<RankRequest, "partnerIds">; readonly partnerIds: Set<string> }[] = [];
  /** By percentile and day, what takes more than sums to rank by. */
  readonly #rankings = new Map<PercentileMeasure, Map<CalendarDate, Ranking>>();

  constructor(slots: Slots) {
    this.#slots = slots;
  }

  add({ partnerId, program }: Measuring, ranked: RankedMeasure): void {
    const request = rankRequest(ranked, this.#slots);
    if (request === null) {
      const { percentile, asOf } = ranked;
      const days = this.#rankings.get(percentile) ?? new Map<CalendarDate, Ranking>();
      this.#rankings.set(percentile, days.set(asOf, { percentile, asOf, program }));
      return;
    }
    const key = JSON.stringify(request);
    const place = this.#places.get(key) ?? this.#requests.push({ request, partnerIds: new Set() }) - 1;
    this.#places.set(key, place);
    this.#requests[place]?.partnerIds.add(partnerId);
  }

  async read(everyone: Queryable): Promise<(partnerId: string, ranked: RankedMeasure) => Rank | null> {
    const asked = this.#requests.map(({ request, partnerIds }) => ({ partnerIds: [...partnerIds], ...request }));
    const rows = asked.length === 0 ? [] : await rankPartners(everyone, asked);
    const ranks = new Map(rows.map(({ request, partnerId, ...rank }) => [`${request} ${partnerId}`, rank]));
    const rankings = await readRankings(everyone, this.#rankings);
    return (partnerId, ranked) => {
      const request = rankRequest(ranked, this.#slots);
      if (request !== null) return ranks.get(`${this.#places.get(JSON.stringify(request))} ${partnerId}`) ?? null;
      return rankings.get(ranked.percentile)?.get(ranked.asOf)?.get(partnerId) ?? null;
    };
  }
}

type Slots = ReadonlyMap<string, number>;
type Rankings = ReadonlyMap<PercentileMeasure, ReadonlyMap<CalendarDate, ReadonlyMap<string, Rank | null>>>;

async function readRankings(
  everyone: Queryable,
  rankings: ReadonlyMap<PercentileMeasure, ReadonlyMap<CalendarDate, Ranking>>,
): Promise<Rankings> {
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
  const slot = slotOf(series.key, slots);
  return { page: pageOf(slot), column: columnOf(slot), from: range.from, to: range.to };
}

function slotOf(key: string, slots: Slots): number {
  const slot = slots.get(key);
  if (slot === undefined) throw new Error(`Series ${key} is not kept`);
  return slot;
}
