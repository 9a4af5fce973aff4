import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import type { Series } from "@tiergraph/program/measure";
import { z } from "zod";
import { CONDITIONS_HOLD } from "./conditions-sql.js";
import { columnOf, pageOf } from "./slot.js";

// A series summed up from the facts themselves: where the rollups have it from when a program first needs it, and what
// they are held against afterwards.

export type RollupPeriod = "day" | "month";

export interface SeriesColumn {
  readonly slot: number;
  readonly series: Series;
}

const TERMS = { count: "1", amount: "coalesce(amount_minor, 0)", quantity: "coalesce(quantity, 0)" } as const;

/** What a fact adds on its day, and takes off on the day on which it was taken back. Reads `$1` to `$3` of `parametersOf`. */
const RECOUNT = (period: RollupPeriod, add: Series["add"], whose: string): string => `
  select partner_id, ${period === "day" ? "day" : "date_trunc('month', day)::date"} as period,
    sum(sign * ${TERMS[add]})::bigint as total
  from metrics.fact cross join lateral (values (occurred_on, 1), (reversed_on, -1)) as entry (day, sign)
  where ${whose} and retired_at is null and day is not null and kind = any($1)
    and ${CONDITIONS_HOLD({ where: "$2::jsonb", except: "$3::jsonb" })}
  group by 1, 2`;

const parametersOf = ({ series: { source } }: SeriesColumn): unknown[] => [
  source.kinds,
  JSON.stringify(source.where),
  JSON.stringify(source.except),
];

/** Adds a new series up over all facts that were recorded before it was asked for. */
export const backfill = (db: Queryable, period: RollupPeriod, column: SeriesColumn): Promise<void> => {
  const [name, { add }] = [`s${columnOf(column.slot)}`, column.series];
  return db.run(
    `recount.backfill-${period}-${name}-${add}`,
    `insert into metrics.rollup_${period} as kept (partner_id, ${period}, page, ${name})
     select partner_id, period, $4::smallint, total from (${RECOUNT(period, add, "true")}) as recounted
     on conflict (partner_id, ${period}, page) do update set ${name} = kept.${name} + excluded.${name}`,
    [...parametersOf(column), pageOf(column.slot)],
  );
};

const faultShape = z.object({
  partnerId: z.string(),
  /** The day, or the first day of the month. */
  period: z.string(),
  expected: z.bigint(),
  found: z.bigint(),
});
/** One cell of the rollups that is not what the facts come to. */
export type RollupFaultRow = RowIn<typeof faultShape>;

/** Where the rollups of some partners differ from their facts, in one column; both are read at one moment. */
export const findRollupFaults = (
  db: Queryable,
  period: RollupPeriod,
  { column, partnerIds, limit }: { column: SeriesColumn; partnerIds: readonly string[]; limit: number },
): Promise<RollupFaultRow[]> => {
  const [name, { add }] = [`s${columnOf(column.slot)}`, column.series];
  return db.many(
    `recount.find-faults-${period}-${name}-${add}`,
    faultShape,
    `select partner_id as "partnerId", period, coalesce(total, 0) as expected, coalesce(kept, 0) as found
     from (${RECOUNT(period, add, "partner_id = any($5)")}) as recounted
     full join (
       select partner_id, ${period} as period, ${name} as kept from metrics.rollup_${period}
       where partner_id = any($5) and page = $4
     ) as rollup using (partner_id, period)
     where coalesce(total, 0) <> coalesce(kept, 0)
     order by partner_id, period limit $6`,
    [...parametersOf(column), pageOf(column.slot), partnerIds, limit],
  );
};

/** Makes one column of the rollups of some partners what their facts come to; nothing may be recorded meanwhile. */
export const rebuild = (
  db: Queryable,
  period: RollupPeriod,
  { column, partnerIds }: { column: SeriesColumn; partnerIds: readonly string[] },
): Promise<void> => {
  const [name, { add }] = [`s${columnOf(column.slot)}`, column.series];
  return db.run(
    `recount.rebuild-${period}-${name}-${add}`,
    `insert into metrics.rollup_${period} as kept (partner_id, ${period}, page, ${name})
     select coalesce(recounted.partner_id, rollup.partner_id), coalesce(recounted.period, rollup.period), $4::smallint,
       coalesce(total, 0)
     from (${RECOUNT(period, add, "partner_id = any($5)")}) as recounted
     full join (
       select partner_id, ${period} as period, ${name} as kept from metrics.rollup_${period}
       where partner_id = any($5) and page = $4
     ) as rollup using (partner_id, period)
     where coalesce(total, 0) <> coalesce(kept, 0)
     on conflict (partner_id, ${period}, page) do update set ${name} = excluded.${name}`,
    [...parametersOf(column), pageOf(column.slot), partnerIds],
  );
};
