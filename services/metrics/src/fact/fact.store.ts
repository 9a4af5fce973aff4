import type { Queryable } from "@tiergraph/kit/database/database";
import { CONDITIONS_HOLD } from "../measure/series.store.js";

export interface FactRow {
  readonly partnerId: string;
  readonly factId: string;
  readonly revision: number;
  readonly family: string;
  readonly kind: string;
  readonly externalId: string;
  readonly occurredOn: string;
  readonly openedOn: string | null;
  readonly untilOn: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly quantity: bigint | null;
  readonly customer: string | null;
  readonly personId: string | null;
  readonly product: string | null;
  readonly attributes: Record<string, string>;
}

const COLUMNS = `partner_id as "partnerId", fact_id as "factId", revision, family, kind, external_id as "externalId",
  occurred_on as "occurredOn", opened_on as "openedOn", until_on as "untilOn", amount_minor as "amountMinor", currency,
  quantity, customer, person_id as "personId", product, attributes`;

export interface FactKeyRow {
  readonly family: string;
  readonly externalId: string;
  readonly partnerId: string;
  readonly factId: string;
}

/** Takes external ids that nobody has; answers with those that were taken. Sorted, so that two batches never wait for each other. */
export const addFactKeys = (db: Queryable, keys: readonly FactKeyRow[]): Promise<{ factId: string }[]> =>
  db.rows(
    "fact.add-keys",
    `insert into metrics.fact_key (family, external_id, partner_id, fact_id)
     select * from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[]) as key (family, external_id, partner_id, fact_id)
     order by family, external_id
     on conflict (family, external_id) do nothing returning fact_id as "factId"`,
    [
      keys.map(({ family }) => family),
      keys.map(({ externalId }) => externalId),
      keys.map(({ partnerId }) => partnerId),
      keys.map(({ factId }) => factId),
    ],
  );

/**
 * Who owns external ids, held for the rest of the transaction. Whoever waits here reads the facts only afterwards, in a
 * statement of its own: a lock on the facts themselves would show the waiting one a revision that has just retired.
 */
export const lockFactKeys = (
  db: Queryable,
  keys: readonly { family: string; externalId: string }[],
): Promise<FactKeyRow[]> =>
  db.rows(
    "fact.lock-keys",
    `select family, external_id as "externalId", partner_id as "partnerId", fact_id as "factId" from metrics.fact_key
     join unnest($1::text[], $2::text[]) as wanted (family, external_id) using (family, external_id)
     order by family, external_id for update of fact_key`,
    [keys.map(({ family }) => family), keys.map(({ externalId }) => externalId)],
  );

export const retireFacts = (db: Queryable, facts: readonly FactRow[], retiredAt: Date): Promise<unknown[]> =>
  db.rows(
    "fact.retire",
    `update metrics.fact set retired_at = $4
     from unnest($1::uuid[], $2::uuid[], $3::integer[]) as old (partner_id, fact_id, revision)
     where fact.partner_id = old.partner_id and fact.fact_id = old.fact_id and fact.revision = old.revision`,
    [
      facts.map(({ partnerId }) => partnerId),
      facts.map(({ factId }) => factId),
      facts.map(({ revision }) => revision),
      retiredAt,
    ],
  );

export const addFacts = (
  db: Queryable,
  facts: readonly FactRow[],
  recordedAt: Date,
  recordedBy: string,
): Promise<unknown[]> =>
  db.rows(
    "fact.add",
    `insert into metrics.fact (partner_id, fact_id, revision, family, kind, external_id, occurred_on, opened_on, until_on,
       amount_minor, currency, quantity, customer, person_id, product, attributes, recorded_at, recorded_by)
     select fact.*, $17, $18 from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[],
       $7::date[], $8::date[], $9::date[], $10::bigint[], $11::text[], $12::bigint[], $13::text[], $14::uuid[],
       $15::text[], $16::jsonb[]) as fact`,
    [
      facts.map(({ partnerId }) => partnerId),
      facts.map(({ factId }) => factId),
      facts.map(({ revision }) => revision),
      facts.map(({ family }) => family),
      facts.map(({ kind }) => kind),
      facts.map(({ externalId }) => externalId),
      facts.map(({ occurredOn }) => occurredOn),
      facts.map(({ openedOn }) => openedOn),
      facts.map(({ untilOn }) => untilOn),
      facts.map(({ amountMinor }) => amountMinor?.toString() ?? null),
      facts.map(({ currency }) => currency),
      facts.map(({ quantity }) => quantity?.toString() ?? null),
      facts.map(({ customer }) => customer),
      facts.map(({ personId }) => personId),
      facts.map(({ product }) => product),
      facts.map(({ attributes }) => JSON.stringify(attributes)),
      recordedAt,
      recordedBy,
    ],
  );

export interface FactIdKey {
  readonly partnerId: string;
  readonly factId: string;
}

export const findFacts = (db: Queryable, facts: readonly FactIdKey[]): Promise<FactRow[]> =>
  db.rows(
    "fact.find",
    `select ${COLUMNS} from metrics.fact
     where retired_at is null and (partner_id, fact_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** Where to read on in a list of facts: the day and id of the last one. */
export type FactPosition = readonly [occurredOn: string, factId: string];

export interface DealListQuery {
  readonly partnerId: string;
  readonly kinds: readonly string[];
  readonly after: FactPosition | null;
  readonly limit: number;
}

/** The partner's current deals, latest first. */
export const listDeals = (db: Queryable, query: DealListQuery): Promise<FactRow[]> =>
  db.rows(
    "fact.list-deals",
    `select ${COLUMNS} from metrics.fact
     where partner_id = $1 and kind = any($2) and retired_at is null
       and ($3::date is null or (occurred_on, fact_id) < ($3, $4::uuid))
     order by occurred_on desc, fact_id desc limit $5`,
    [query.partnerId, query.kinds, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit],
  );

/** Facts of some kinds, under conditions, over days. */
export interface EvidenceSource {
  readonly kinds: readonly string[];
  readonly where: readonly { readonly attribute: string; readonly in: readonly string[] }[];
  readonly from: string | null;
  readonly to: string;
}

export interface EvidenceQuery {
  readonly partnerId: string;
  /** A fact is evidence when one of them takes it. */
  readonly sources: readonly EvidenceSource[];
  /** Certifications count only while they hold. */
  readonly asOf: string;
  readonly after: FactPosition | null;
  readonly limit: number;
}

/** The facts that a measure counted, earliest first. */
export const listEvidence = (db: Queryable, query: EvidenceQuery): Promise<FactRow[]> =>
  db.rows(
    "fact.list-evidence",
    `select ${COLUMNS} from metrics.fact
     where partner_id = $1 and retired_at is null
       and exists (
         select from jsonb_array_elements($2::jsonb) as source
         where source -> 'kinds' ? kind
           and occurred_on >= coalesce((source ->> 'from')::date, '-infinity') and occurred_on < (source ->> 'to')::date
           and ${CONDITIONS_HOLD("source -> 'where'")})
       and (kind <> 'certification' or (occurred_on <= $3 and (until_on is null or until_on > $3)))
       and ($4::date is null or (occurred_on, fact_id) > ($4, $5::uuid))
     order by occurred_on, fact_id limit $6`,
    [
      query.partnerId,
      JSON.stringify(query.sources),
      query.asOf,
      query.after?.[0] ?? null,
      query.after?.[1] ?? null,
      query.limit,
    ],
  );

/** A count of different things, or of facts that hold on a day: what no rollup can tell. */
export interface DistinctRequest extends EvidenceSource {
  readonly partnerId: string;
  /** Null counts facts. */
  readonly by: "customer" | "person" | "product" | null;
  readonly asOf: string;
}

export const countDistinct = (
  db: Queryable,
  requests: readonly DistinctRequest[],
): Promise<{ request: number; total: bigint }[]> =>
  db.rows(
    "fact.count-distinct",
    `select (asked ->> 'request')::integer as request, counted.total
     from jsonb_array_elements($1::jsonb) as asked
     cross join lateral (
       select case asked ->> 'by' when 'customer' then count(distinct customer) when 'person' then count(distinct person_id)
         when 'product' then count(distinct product) else count(*) end as total
       from metrics.fact
       where partner_id = (asked ->> 'partnerId')::uuid and retired_at is null
         and kind = any (array(select jsonb_array_elements_text(asked -> 'kinds')))
         and occurred_on >= coalesce((asked ->> 'from')::date, '-infinity') and occurred_on < (asked ->> 'to')::date
         and (kind <> 'certification'
           or (occurred_on <= (asked ->> 'asOf')::date and (until_on is null or until_on > (asked ->> 'asOf')::date)))
         and ${CONDITIONS_HOLD("asked -> 'where'")}
     ) as counted`,
    [JSON.stringify(requests.map((request, i) => ({ ...request, request: i })))],
  );
