import { lock } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { rateHeld } from "./exchange-rate.entity.js";

/** A rate that is older than this on a fact's day is none: months may be converted by one rate, years may not. */
const OLDEST_DAYS = 31;

/** The rates that hold on days: the latest of the day or of the days before it, by its last report. */
export const findRatesOn = (
  db: Queryable,
  asked: readonly { from: string; on: string }[],
  to: string,
): Promise<{ from: string; on: string; rate: string; onDay: string }[]> =>
  db.many(
    "rate.find-on",
    z.object({ from: z.string(), on: z.string(), rate: z.string(), onDay: z.string() }),
    `select asked.from_currency as "from", asked.on_day as "on", held.rate, held.on_day as "onDay"
     from unnest($1::text[], $2::date[]) as asked (from_currency, on_day)
     cross join lateral (
       select rate, on_day from metrics.exchange_rate as known
       where known.from_currency = asked.from_currency and to_currency = $3
         and known.on_day <= asked.on_day and known.on_day >= asked.on_day - ${OLDEST_DAYS}
       order by known.on_day desc, told desc limit 1
     ) as held`,
    [asked.map(({ from }) => from), asked.map(({ on }) => on), to],
  );

export interface RateReport {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly rate: string;
}

/** Adds what differs from the last report of its day; returns what was added. */
export const addRates = (
  db: Queryable,
  rates: readonly RateReport[],
  recorded: { readonly at: Date; readonly by: string },
): Promise<{ from: string; to: string; on: string }[]> =>
  db.many(
    "rate.add",
    z.object({ from: z.string(), to: z.string(), on: z.string() }),
    `insert into metrics.exchange_rate (from_currency, to_currency, on_day, told, rate, recorded_at, recorded_by)
     select given.from_currency, given.to_currency, given.on_day, coalesce(last.told, 0) + 1, given.rate, $5, $6
     from unnest($1::text[], $2::text[], $3::date[], $4::text[]) as given (from_currency, to_currency, on_day, rate)
     left join lateral (
       select known.told, known.rate from metrics.exchange_rate as known
       where known.from_currency = given.from_currency and known.to_currency = given.to_currency
         and known.on_day = given.on_day
       order by known.told desc limit 1
     ) as last on true
     where last.rate is distinct from given.rate
     returning from_currency as "from", to_currency as "to", on_day as "on"`,
    [
      rates.map(({ from }) => from),
      rates.map(({ to }) => to),
      rates.map(({ on }) => on),
      rates.map(({ rate }) => rate),
      recorded.at,
      recorded.by,
    ],
  );

/** One recording of rates at a time, so that two of one day do not get the same number. */
export const lockRates = (db: Queryable): Promise<void> => lock(db, "metrics.rates");

/** Null for all currencies. */
interface RateQuery {
  readonly from: string | null;
  readonly to: string | null;
}

/** The last report of each day, latest day first. */
export const rateList = listing("rate.list", {
  shape: rowOf(rateHeld),
  select: select(rateHeld),
  from: "metrics.exchange_rate as known",
  where: [
    "($1::text is null or from_currency = $1)",
    "($2::text is null or to_currency = $2)",
    `not exists (select from metrics.exchange_rate as later
       where later.from_currency = known.from_currency and later.to_currency = known.to_currency
         and later.on_day = known.on_day and later.told > known.told)`,
  ],
  values: ({ from, to }: RateQuery) => [from, to],
  orderBy: by(rateHeld, ["onDay desc", "fromCurrency", "toCurrency"]),
});
