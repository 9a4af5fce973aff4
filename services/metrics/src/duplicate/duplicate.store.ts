import type { Queryable } from "@tiergraph/kit/database/database";

/**
 * `DISTINCT`: they are several deals. `EARLIER_STANDS`, `LATER_STANDS`, `ONE_STANDS`: they are one, and the others were taken
 * back. `CLOSED`: they no longer look alike, since some were taken back or corrected.
 */
export type DuplicateState = "OPEN" | "DISTINCT" | "EARLIER_STANDS" | "LATER_STANDS" | "ONE_STANDS" | "CLOSED";

export interface FactOfGroup {
  readonly partnerId: string;
  readonly factId: string;
}

/** Won deals of several partners that look like one. */
export interface DuplicateRow {
  readonly duplicateId: string;
  /** In the order in which they were found; at least one. */
  readonly facts: readonly FactOfGroup[];
  readonly foundAt: Date;
  readonly state: DuplicateState;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

/** Deals that close within so many days of each other may be one. */
const DAYS_APART = 30;

export interface AlikePair {
  readonly partnerId: string;
  readonly factId: string;
  readonly otherPartnerId: string;
  readonly otherFactId: string;
}

/**
 * For won deals that came, those of other partners that look the same: the same customer, amount and product, closed within
 * 30 days. Shared deals are told apart by their shares.
 */
export const findAlike = (db: Queryable, facts: readonly FactOfGroup[]): Promise<AlikePair[]> =>
  db.rows(
    "duplicate.find-alike",
    // Fact by fact and each by the index that is meant, whatever the planner believes of a table that has just grown:
    // `offset 0` keeps it from joining by the customer alone, of which one may have thousands of deals.
    `with came as materialized (
       select came.* from unnest($1::uuid[], $2::uuid[]) as told (partner_id, fact_id)
       cross join lateral (
         select * from metrics.fact where partner_id = told.partner_id and fact_id = told.fact_id offset 0
       ) as came
       where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null
         and origin -> 'share' is null
     )
     select came.partner_id as "partnerId", came.fact_id as "factId", other.partner_id as "otherPartnerId",
       other.fact_id as "otherFactId"
     from came
     cross join lateral (
       select partner_id, fact_id from metrics.fact
       where customer_key = came.customer_key and amount_minor = came.amount_minor and kind = 'deal.won'
         and retired_at is null and reversed_on is null and customer_key is not null and partner_id <> came.partner_id
         and product is not distinct from came.product and origin -> 'share' is null
         and occurred_on between came.occurred_on - ${DAYS_APART} and came.occurred_on + ${DAYS_APART}
       offset 0
     ) as other
     order by came.fact_id, other.fact_id`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** One finding at a time: two that meet would make two groups of one. */
export const lockGroups = (db: Queryable): Promise<unknown[]> =>
  db.rows("duplicate.lock-groups", "select pg_advisory_xact_lock(5507)", []);

const COLUMNS = `duplicate_id as "duplicateId", found_at as "foundAt", state, decided_at as "decidedAt",
  decided_by as "decidedBy", note, (
    select jsonb_agg(jsonb_build_object('partnerId', partner_id, 'factId', fact_id) order by place)
    from metrics.duplicate where duplicate.duplicate_id = found.duplicate_id
  ) as facts`;

/** The groups that facts are in and that nobody has decided. */
export const findOpenGroups = (db: Queryable, facts: readonly FactOfGroup[]): Promise<DuplicateRow[]> =>
  db.rows(
    "duplicate.find-open",
    `select ${COLUMNS} from metrics.duplicate_group as found
     where state = 'OPEN' and duplicate_id in (
       select duplicate_id from metrics.duplicate
       where (partner_id, fact_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     )`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** Facts that were decided to be several deals: pairs of facts, each in the order of their ids. */
export const findDistinct = (db: Queryable, facts: readonly FactOfGroup[]): Promise<{ one: string; other: string }[]> =>
  db.rows(
    "duplicate.find-distinct",
    `select distinct least(one.fact_id, other.fact_id) as one, greatest(one.fact_id, other.fact_id) as other
     from metrics.duplicate as one
     join metrics.duplicate as other on other.duplicate_id = one.duplicate_id and other.fact_id <> one.fact_id
     join metrics.duplicate_group as decided on decided.duplicate_id = one.duplicate_id and decided.state = 'DISTINCT'
     where (one.partner_id, one.fact_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

export const addGroup = (
  db: Queryable,
  group: { readonly duplicateId: string; readonly foundAt: Date },
): Promise<unknown[]> =>
  db.rows(
    "duplicate.add-group",
    `insert into metrics.duplicate_group (duplicate_id, found_at, state) values ($1, $2, 'OPEN')`,
    [group.duplicateId, group.foundAt],
  );

/** Each partner has a row of its own, so that none could read another's. */
export const addToGroup = (
  db: Queryable,
  duplicateId: string,
  facts: readonly (FactOfGroup & { readonly place: number })[],
): Promise<unknown[]> =>
  db.rows(
    "duplicate.add-to-group",
    `insert into metrics.duplicate (partner_id, duplicate_id, fact_id, place)
     select partner_id, $1, fact_id, place from unnest($2::uuid[], $3::uuid[], $4::integer[]) as given (partner_id, fact_id, place)
     on conflict do nothing`,
    [
      duplicateId,
      facts.map(({ partnerId }) => partnerId),
      facts.map(({ factId }) => factId),
      facts.map(({ place }) => place),
    ],
  );

export const removeFromGroup = (
  db: Queryable,
  duplicateId: string,
  facts: readonly FactOfGroup[],
): Promise<unknown[]> =>
  db.rows(
    "duplicate.remove-from-group",
    `delete from metrics.duplicate where duplicate_id = $1
       and (partner_id, fact_id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
    [duplicateId, facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

export type DuplicatePosition = readonly [foundAt: string, duplicateId: string];

/** Those of a state, or all, the first found first. */
export const listDuplicates = (
  db: Queryable,
  query: { readonly state: DuplicateState | null; readonly after: DuplicatePosition | null; readonly limit: number },
): Promise<DuplicateRow[]> =>
  db.rows(
    "duplicate.list",
    `select ${COLUMNS} from metrics.duplicate_group as found where ($1::text is null or state = $1)
       and ($2::timestamptz is null or (found_at, duplicate_id) > ($2, $3::uuid))
       and exists (select from metrics.duplicate where duplicate.duplicate_id = found.duplicate_id)
     order by found_at, duplicate_id limit $4`,
    [query.state, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit],
  );

/** Held for the rest of the transaction, so that two never decide at once. */
export const lockDuplicate = (db: Queryable, duplicateId: string): Promise<DuplicateRow[]> =>
  db.rows(
    "duplicate.lock",
    `select ${COLUMNS} from metrics.duplicate_group as found where duplicate_id = $1 for no key update`,
    [duplicateId],
  );

export const putDuplicateState = (
  db: Queryable,
  row: Pick<DuplicateRow, "duplicateId" | "state" | "decidedAt" | "decidedBy" | "note">,
): Promise<unknown[]> =>
  db.rows(
    "duplicate.put-state",
    `update metrics.duplicate_group set state = $2, decided_at = $3, decided_by = $4, note = $5 where duplicate_id = $1`,
    [row.duplicateId, row.state, row.decidedAt, row.decidedBy, row.note],
  );
