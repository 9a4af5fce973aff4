import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import { keptRead } from "@tiergraph/kit/database/kept-reads";
import { variantName } from "@tiergraph/kit/database/statement-variants";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { addAll } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { type SeriesSlot, seriesTable } from "./series.entity.js";
import { SLOTS_PER_PAGE } from "./slot.js";

export const listSeries = keptRead(
  "series.list",
  (db): Promise<SeriesSlot[]> =>
    db.many("series.list", rowOf(seriesTable), `select ${select(seriesTable)} from metrics.series order by slot`, []),
);

export const addSeries = addAll("series.add", seriesTable);

/** Facts are recorded by many at once, but never while series are being added: a fact would miss its new sums. */
export const lockSeriesForRecording = (db: Queryable): Promise<void> => lockShared(db, "metrics.series");

export const lockSeriesForChange = (db: Queryable): Promise<void> => lock(db, "metrics.series");

/** What facts add to the sums of one partner, day and page. */
export interface RollupDelta {
  readonly partnerId: string;
  readonly day: string;
  readonly page: number;
  /** `SLOTS_PER_PAGE` sums. */
  readonly sums: readonly bigint[];
}

/**
 * Adds to the sums of days and months at once. Just the columns that move are sent and written: most facts touch a few of
 * those that a row has. Such a statement has a name for each set of columns, of which there are as many as kinds of facts
 * that come together.
 */
export function addToRollups(db: Queryable, deltas: readonly RollupDelta[]): Promise<void> {
  const moved = Array.from({ length: SLOTS_PER_PAGE }, (_, column) => column).filter((column) =>
    deltas.some(({ sums }) => (sums[column] ?? 0n) !== 0n),
  );
  return db.run(`series.add-to-rollups ${moved.join(" ")}`, addStatement(moved), [
    columnText(deltas.map(({ partnerId }) => partnerId)),
    columnText(deltas.map(({ day }) => day)),
    columnText(deltas.map(({ page }) => page)),
    ...moved.map((column) => columnText(deltas.map(({ sums }) => (sums[column] ?? 0n).toString()))),
  ]);
}

function addStatement(moved: readonly number[]): string {
  const names = moved.map((column) => `s${column}`);
  const added = (table: string, period: string, periodOfDay: string) => `
    insert into metrics.${table} as kept (partner_id, ${period}, page, ${names.join(", ")})
    select partner_id, ${periodOfDay}, page, ${names.map((name) => `sum(${name})::bigint`).join(", ")}
    from delta group by 1, 2, 3 order by 1, 2, 3
    on conflict (partner_id, ${period}, page) do update
      set ${names.map((name) => `${name} = kept.${name} + excluded.${name}`).join(", ")}`;
  const columns = [columnOf(1, "uuid"), columnOf(2, "date"), columnOf(3, "smallint")];
  return `
    with delta as materialized (
      select * from unnest(${[...columns, ...names.map((_, i) => columnOf(i + 4, "bigint"))].join(", ")})
        as delta (partner_id, day, page, ${names.join(", ")})
    ), days as (${added("rollup_day", "day", "day")})
    ${added("rollup_month", "month", "date_trunc('month', day)::date")}`;
}

/** The days of one partner from `from` to before `to`. */
export interface SumRequest {
  readonly partnerId: string;
  /** Null for the beginning of time. */
  readonly from: string | null;
  readonly to: string;
}

interface SumRow {
  /** Position of its request, from 1. */
  readonly request: bigint;
  readonly page: number;
  /** One sum a column that was asked for, as text. */
  readonly sums: string[];
}

// Whole months from the monthly rows, the days at both ends from the daily ones: a year is 12 rows and two stumps.
const sumStatement = (columns: readonly string[]) => `
  select request, page, array[${columns.map((column) => `sum(${column})::text`).join(", ")}] as sums
  from unnest($1::uuid[], $2::date[], $3::date[]) with ordinality as asked (partner_id, from_on, to_on, request)
  cross join lateral (
    select coalesce((date_trunc('month', from_on) + case when from_on = date_trunc('month', from_on)::date
        then interval '0' else interval '1 month' end)::date, '-infinity') as first_month,
      date_trunc('month', to_on)::date as end_month
  ) as whole
  cross join lateral (
    select page, ${columns.join(", ")} from metrics.rollup_month
    where partner_id = asked.partner_id and month >= first_month and month < end_month
    union all
    select page, ${columns.join(", ")} from metrics.rollup_day
    where partner_id = asked.partner_id and day >= from_on and day < least(first_month, to_on)
    union all
    select page, ${columns.join(", ")} from metrics.rollup_day
    where partner_id = asked.partner_id and day >= greatest(end_month, first_month) and day < to_on
  ) as part
  group by request, page`;

const sumRow = z.object({ request: z.bigint(), page: z.int(), sums: z.array(z.string()) });

/** The sums of requests, a row a page: `sums` holds them in the order of the columns. */
export const sumSeries = (
  db: Queryable,
  requests: readonly SumRequest[],
  columns: readonly number[],
): Promise<SumRow[]> =>
  db.many(variantName("series.sum", columns.join(" ")), sumRow, sumStatement(columns.map((column) => `s${column}`)), [
    requests.map(({ partnerId }) => partnerId),
    requests.map(({ from }) => from),
    requests.map(({ to }) => to),
  ]);

export interface RollupRow {
  readonly partnerId: string;
  readonly page: number;
  /** Else of a day. */
  readonly isMonth: boolean;
  /** The day, or the first of the month. */
  readonly day: string;
  /** In the order of the columns. */
  readonly sums: readonly bigint[];
}

const rollupRow = z.record(z.string(), z.unknown());

interface RollupQuery {
  readonly partnerIds: readonly string[];
  readonly columns: readonly number[];
  /** Null for the first that there is. */
  readonly fromMonth: string | null;
  /** The month after the last. */
  readonly toMonth: string;
  /** Of which the days are read too. */
  readonly monthsOfDays: readonly string[];
}

/** The sums of partners by month, and of some months by day. */
export async function listRollups(db: Queryable, query: RollupQuery): Promise<RollupRow[]> {
  const names = query.columns.map((column) => `s${column}`);
  const rows = await db.many(
    variantName("series.list-rollups", query.columns.join(" ")),
    rollupRow,
    `select partner_id as "partnerId", page, true as "isMonth", month as day, ${names.join(", ")}
     from metrics.rollup_month
     where partner_id = any($1) and ($2::date is null or month >= $2) and month < $3
     union all
     select partner_id, page, false, day, ${names.join(", ")}
     from unnest($4::date[]) as asked (month)
     join metrics.rollup_day on partner_id = any($1)
       and day >= asked.month and day < (asked.month + interval '1 month')::date`,
    [query.partnerIds, query.fromMonth, query.toMonth, query.monthsOfDays],
  );
  return rows.map(({ partnerId, page, isMonth, day, ...sums }) => ({
    partnerId: partnerId as string,
    page: page as number,
    isMonth: isMonth as boolean,
    day: day as string,
    sums: names.map((name) => sums[name] as bigint), // Columns of the table, whose types are these.
  }));
}
