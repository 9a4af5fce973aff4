import type { Queryable } from "@tiergraph/kit/database/database";

export type DuplicateState = "OPEN" | "DISTINCT" | "EARLIER_STANDS" | "LATER_STANDS";

/** Two won deals of two partners that look like one. */
export interface DuplicateRow {
  readonly duplicateId: string;
  readonly earlierPartnerId: string;
  readonly earlierFactId: string;
  readonly laterPartnerId: string;
  readonly laterFactId: string;
  readonly foundAt: Date;
  readonly state: DuplicateState;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

const COLUMNS = `earlier.duplicate_id as "duplicateId", earlier.partner_id as "earlierPartnerId",
  earlier.fact_id as "earlierFactId", later.partner_id as "laterPartnerId", later.fact_id as "laterFactId",
  earlier.found_at as "foundAt", earlier.state, earlier.decided_at as "decidedAt", earlier.decided_by as "decidedBy",
  earlier.note`;
/** Each partner has a row of its own, so that neither could read the other's. */
const BOTH_SIDES = `metrics.duplicate as earlier
  join metrics.duplicate as later on later.duplicate_id = earlier.duplicate_id and later.is_later`;

/** Deals that close within so many days of each other may be one. */
const DAYS_APART = 30;

/**
 * Finds, for won deals that came, those of other partners that look the same: the same customer (capitals aside), amount
 * and product, closed within 30 days. Shared deals are told apart by their shares; what was found before is left alone.
 */
export const addDuplicatesOf = (
  db: Queryable,
  facts: readonly { readonly partnerId: string; readonly factId: string }[],
  foundAt: Date,
): Promise<{ duplicateId: string }[]> =>
  db.rows(
    "duplicate.add-of",
    // Fact by fact and each by the index that is meant, whatever the planner believes of a table that has just grown:
    // `offset 0` keeps it from joining by the customer alone, of which one may have thousands of deals.
    `with told as materialized (
       select * from unnest($1::uuid[], $2::uuid[]) as told (partner_id, fact_id)
     ), came as materialized (
       select came.* from told
       cross join lateral (
         select * from metrics.fact where partner_id = told.partner_id and fact_id = told.fact_id offset 0
       ) as came
       where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null
         and origin -> 'share' is null
     ), alike as (
       select other.partner_id as earlier_partner_id, other.fact_id as earlier_fact_id, came.partner_id, came.fact_id
       from came
       cross join lateral (
         select partner_id, fact_id from metrics.fact
         where customer_key = came.customer_key and amount_minor = came.amount_minor and kind = 'deal.won'
           and retired_at is null and reversed_on is null and customer_key is not null and partner_id <> came.partner_id
           and product is not distinct from came.product and origin -> 'share' is null
           and occurred_on between came.occurred_on - ${DAYS_APART} and came.occurred_on + ${DAYS_APART}
         offset 0
       ) as other
       -- Of two that came together, the one with the greater id is the later.
       where other.fact_id < came.fact_id or not exists (
         select from told where told.partner_id = other.partner_id and told.fact_id = other.fact_id
       )
     )
     insert into metrics.duplicate (partner_id, duplicate_id, fact_id, is_later, found_at, state)
     select side.partner_id, md5(least(earlier_fact_id, alike.fact_id)::text || greatest(earlier_fact_id, alike.fact_id))::uuid,
       side.fact_id, side.is_later, $3, 'OPEN'
     from alike
     cross join lateral (values (earlier_partner_id, earlier_fact_id, false), (alike.partner_id, alike.fact_id, true))
       as side (partner_id, fact_id, is_later)
     on conflict (partner_id, duplicate_id) do nothing
     returning duplicate_id as "duplicateId"`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId), foundAt],
  );

export type DuplicatePosition = readonly [foundAt: string, duplicateId: string];

/** Those of a state, or all, the first found first. */
export const listDuplicates = (
  db: Queryable,
  query: { readonly state: DuplicateState | null; readonly after: DuplicatePosition | null; readonly limit: number },
): Promise<DuplicateRow[]> =>
  db.rows(
    "duplicate.list",
    `select ${COLUMNS} from ${BOTH_SIDES} where not earlier.is_later and ($1::text is null or earlier.state = $1)
       and ($2::timestamptz is null or (earlier.found_at, earlier.duplicate_id) > ($2, $3::uuid))
     order by earlier.found_at, earlier.duplicate_id limit $4`,
    [query.state, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit],
  );

/** Held for the rest of the transaction, so that two never decide at once. */
export const lockDuplicate = (db: Queryable, duplicateId: string): Promise<DuplicateRow[]> =>
  db.rows(
    "duplicate.lock",
    `select ${COLUMNS} from ${BOTH_SIDES} where not earlier.is_later and earlier.duplicate_id = $1 for no key update`,
    [duplicateId],
  );

export const putDuplicateState = (db: Queryable, row: DuplicateRow): Promise<unknown[]> =>
  db.rows(
    "duplicate.put-state",
    `update metrics.duplicate set state = $2, decided_at = $3, decided_by = $4, note = $5 where duplicate_id = $1`,
    [row.duplicateId, row.state, row.decidedAt, row.decidedBy, row.note],
  );
