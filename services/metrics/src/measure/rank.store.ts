import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";
import { slotColumns } from "../series/index.js";

/** One column of the rollups over days, added or taken off. */
export interface RankedPart {
  readonly page: number;
  readonly column: number;
  /** Null for the beginning of time. */
  readonly from: string | null;
  readonly to: string;
}

/** What the database knows of a partner's place; markets and chosen tracks are for the program to say. */
export type PlaceWord = "region" | "country";

/** A sum by which the partners of a cohort are ranked, and who asks for a rank in it. */
export interface RankRequest {
  /** What its partners have in common; nothing for everyone. */
  readonly among: readonly PlaceWord[];
  /** What is added counts as zero where it is less. */
  readonly isNeverNegative: boolean;
  readonly plus: RankedPart;
  readonly minus: RankedPart | null;
  readonly partnerIds: readonly string[];
}

interface RankRow {
  /** Position of its request, from 0. */
  readonly request: number;
  readonly partnerId: string;
  readonly above: bigint;
  readonly equal: bigint;
  readonly all: bigint;
}

// Reads the rollup rows of the asked days of every partner, once a ranking and not once an asking partner: neither table
// is indexed by its days alone, so that each ranking scans both: 20 to 33 ms for two rankings of 240 partners with 5,000 facts on five pages, and in
// proportion to all rollup rows from there. An index by day would cost every recorded fact something.
const RANK = `
  with ranking as materialized (
    select (asked ->> 'request')::integer as request, asked -> 'among' as among, asked -> 'plus' as plus,
      asked -> 'minus' as minus, (asked -> 'isNeverNegative')::boolean as is_never_negative,
      asked -> 'partnerIds' as partner_ids
    from jsonb_array_elements($1::jsonb) as asked
  ), part as (
    select request, sign, (named ->> 'page')::smallint as page, (named ->> 'column')::integer as slot,
      (named ->> 'from')::date as from_on, (named ->> 'to')::date as to_on
    from ranking
    cross join lateral (values (plus, 1), (minus, -1)) as signed (named, sign)
    where named ->> 'to' is not null
  ), whole as (
    select part.*, date_trunc('month', to_on)::date as end_month,
      coalesce((date_trunc('month', from_on) + case when from_on = date_trunc('month', from_on)::date
        then interval '0' else interval '1 month' end)::date, '-infinity') as first_month
    from part
  ), summed as (
    select request, partner_id, coalesce(sum(amount) filter (where sign = 1), 0) as added,
      coalesce(sum(amount) filter (where sign = -1), 0) as taken
    from (
      select request, partner_id, sign, (array[${slotColumns((column) => column)}])[slot + 1] as amount
      from whole join metrics.rollup_month using (page) where month >= first_month and month < end_month
      union all
      select request, partner_id, sign, (array[${slotColumns((column) => column)}])[slot + 1]
      from whole join metrics.rollup_day using (page)
      where (day >= from_on and day < least(first_month, to_on)) or (day >= greatest(end_month, first_month) and day < to_on)
    ) as amounts
    group by request, partner_id
  ), total as (
    select request, partner_id, case when is_never_negative then greatest(added, 0) else added end - taken as total
    from summed join ranking using (request)
  ), ranked as (
    select request, partner_id,
      rank() over (partition by request, cohort order by coalesce(total, 0) desc) - 1 as above,
      count(*) over (partition by request, cohort, coalesce(total, 0)) as equal,
      count(*) over (partition by request, cohort) as of_all
    from ranking
    cross join metrics.partner
    cross join lateral (
      select jsonb_agg(known order by word) as cohort, coalesce(bool_and(known is not null), true) as is_known
      from jsonb_array_elements_text(among) as word
      cross join lateral (select case word when 'region' then region else country end as known) as own
    ) as placed
    left join total using (request, partner_id)
    where is_known
  )
  select ranked.request, ranked.partner_id as "partnerId", above, equal, of_all as "all"
  from ranked
  join ranking on ranking.request = ranked.request and partner_ids ? ranked.partner_id::text`;

/** The ranks of partners among their cohorts. A partner in no region has none among its region's. */
export const rankPartners = (db: Queryable, requests: readonly RankRequest[]): Promise<RankRow[]> =>
  db.many(
    "rank.partners",
    z.object({ request: z.int(), partnerId: z.string(), above: z.bigint(), equal: z.bigint(), all: z.bigint() }),
    RANK,
    [JSON.stringify(requests.map((request, i) => ({ request: i, ...request })))],
  );
