import type { Queryable } from "@tiergraph/kit/database/database";
import { groupBy, partition } from "@tiergraph/kit/values/group-by";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type FactTotals, type GatheredRow, totalsOfFacts } from "@tiergraph/program/measure";
import {
  countDistinct,
  type DistinctRequest,
  factOf,
  type GatheredFactsRow,
  type GatherRequest,
  gatherFacts,
  gatherRequest,
  listFactsOfPartners,
} from "../fact/index.js";
import { columnOf, pageOf, type SumRequest, sumWindows } from "../series/index.js";
import type { AskedTotal } from "./asked-totals.js";

/** Of partners with so many counts the facts are read once and counted here: a year of months takes twelve. */
const MANY_COUNTS = 6;
/** Of more partners the facts outgrow what is saved. */
const MAX_PARTNERS = 20;
/** More facts of one partner are counted by the database after all. */
const MAX_FACTS_COUNTED = 500;

/** Requests by what they say: one that is asked twice has one place. */
class Places<Request> {
  readonly all: Request[] = [];
  readonly #places = new Map<string, number>();

  /** From 0, in the order in which they were first asked. */
  place(key: string, request: () => Request): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.all.push(request()) - 1;
    this.#places.set(key, place);
    return place;
  }
}

type SlotOf = (key: string) => number;
type Counted = Extract<AskedTotal, { kind: "count" }> & { readonly partnerId: string };

/**
 * The sums, distinct counts and gathered facts that measuring takes, of any number of partners and days: one statement
 * for each kind that is asked for.
 */
export class TotalRequests {
  readonly #slotOf: SlotOf;
  readonly #sums = new Places<SumRequest>();
  readonly #columns = new Set<number>();
  readonly #counts = new Places<Counted>();
  readonly #gathered = new Places<GatherRequest>();

  constructor(slotOf: SlotOf) {
    this.#slotOf = slotOf;
  }

  add(partnerId: string, total: AskedTotal): void {
    if (total.kind === "sum") {
      this.#columns.add(columnOf(this.#slotOf(total.series.key)));
      this.#placeOfSum(partnerId, total);
    } else if (total.kind === "count") {
      if (total.request !== null) this.#counts.place(`${partnerId} ${total.key}`, () => ({ partnerId, ...total }));
    } else if (total.kind === "gather") {
      const { request, into } = total;
      if (request === null) return;
      this.#gathered.place(`${partnerId} ${total.key}`, () => gatherRequest({ partnerId, ...request }, into));
    }
  }

  #placeOfSum(partnerId: string, { key, range }: Extract<AskedTotal, { kind: "sum" }>): number {
    return this.#sums.place(`${partnerId} ${key}`, () => ({ partnerId, from: range.from, to: range.to }));
  }

  /** What the database answers; in one round trip, but for partners with very many facts. */
  async read(db: Queryable): Promise<TotalAnswers> {
    const [sums, counts, gathered] = await Promise.all([
      sumWindows(db, this.#sums.all, [...this.#columns]),
      this.#readCounts(db),
      this.#gathered.all.length === 0 ? [] : gatherFacts(db, this.#gathered.all),
    ]);
    const rows = new Map(sums.map(({ request, page, sums: row }) => [`${request} ${page}`, row]));
    const gatheredRows = groupBy(
      gathered.map((row) => ({ request: row.request, ...gatheredRow(row) })),
      ({ request }) => `${request}`,
    );
    const absent = (): never => {
      throw new Error("A total is answered that was not asked for");
    };
    return {
      sum: (partnerId, total) => {
        const slot = this.#slotOf(total.series.key);
        const row = rows.get(`${this.#placeOfSum(partnerId, total)} ${pageOf(slot)}`);
        return row?.get(columnOf(slot)) ?? 0n;
      },
      count: (partnerId, { request, key }) =>
        request === null ? 0n : (counts.get(this.#counts.place(`${partnerId} ${key}`, absent)) ?? 0n),
      gather: (partnerId, { request, key }) =>
        request === null ? [] : (gatheredRows.get(`${this.#gathered.place(`${partnerId} ${key}`, absent)}`) ?? []),
    };
  }

  /** By the place of each. */
  async #readCounts(db: Queryable): Promise<ReadonlyMap<number, bigint>> {
    const asked = this.#counts.all.map((count, place) => ({ place, ...count }));
    const byPartner = [...groupBy(asked, ({ partnerId }) => partnerId).values()];
    const isForFew = byPartner.length <= MAX_PARTNERS;
    const [many, few] = partition(byPartner, (counts) => isForFew && counts.length >= MANY_COUNTS);
    const answered = await Promise.all([countInDatabase(db, few.flat()), countHere(db, many.flat())]);
    return new Map(answered.flat());
  }
}

export interface TotalAnswers {
  sum(partnerId: string, total: Extract<AskedTotal, { kind: "sum" }>): bigint;
  count(partnerId: string, total: Extract<AskedTotal, { kind: "count" }>): bigint;
  gather(partnerId: string, total: Extract<AskedTotal, { kind: "gather" }>): ReturnType<FactTotals["gather"]>;
}

type Placed = Counted & { readonly place: number };
type PlacedCount = readonly [place: number, count: bigint];

async function countInDatabase(db: Queryable, counts: readonly Placed[]): Promise<PlacedCount[]> {
  const requests = counts.flatMap(({ partnerId, request, place }) =>
    request === null ? [] : [{ place, request: { partnerId, ...request } satisfies DistinctRequest }],
  );
  if (requests.length === 0) return [];
  const rows = await countDistinct(
    db,
    requests.map(({ request }) => request),
  );
  return rows.map(({ request, total }) => [requests[request]?.place ?? -1, total]);
}

/** Counts by the facts of partners, as the engine does; of those that have too many, the database counts. */
async function countHere(db: Queryable, counts: readonly Placed[]): Promise<PlacedCount[]> {
  if (counts.length === 0) return [];
  const partnerIds = [...new Set(counts.map(({ partnerId }) => partnerId))];
  const kinds = [...new Set(counts.flatMap(({ request }) => request?.kinds ?? []))].sort();
  const limit = MAX_FACTS_COUNTED + 1;
  const facts = groupBy(await listFactsOfPartners(db, { partnerIds, kinds, limit }), ({ partnerId }) => partnerId);
  const [known, others] = partition(counts, ({ partnerId }) => (facts.get(partnerId)?.length ?? 0) < limit);
  const totals = new Map(partnerIds.map((id) => [id, totalsOfFacts((facts.get(id) ?? []).map(factOf))]));
  const here = known.map(
    ({ partnerId, counting, place }): PlacedCount => [place, totals.get(partnerId)?.distinctOf(counting) ?? 0n],
  );
  return [...here, ...(await countInDatabase(db, others))];
}

/** A row as the engine reads it. */
export const gatheredRow = ({ amountMinor, quantity, on, request: _, ...row }: GatheredFactsRow): GatheredRow => ({
  on: knownCalendarDate(on),
  amountMinor: amountMinor === null ? null : BigInt(amountMinor),
  quantity: quantity === null ? null : BigInt(quantity),
  ...row,
});
