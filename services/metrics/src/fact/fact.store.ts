import type { Queryable } from "@tiergraph/kit/database/database";

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

export const FACT_COLUMNS = `partner_id as "partnerId", fact_id as "factId", revision, family, kind, external_id as "externalId",
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
    `select ${FACT_COLUMNS} from metrics.fact
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
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and kind = any($2) and retired_at is null
       and ($3::date is null or (occurred_on, fact_id) < ($3, $4::uuid))
     order by occurred_on desc, fact_id desc limit $5`,
    [query.partnerId, query.kinds, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit],
  );

/** A partner's current facts of some kinds, in any order. */
export const listFactsOfKinds = (
  db: Queryable,
  query: { readonly partnerId: string; readonly kinds: readonly string[]; readonly limit: number },
): Promise<FactRow[]> =>
  db.rows(
    "fact.list-of-kinds",
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and kind = any($2) and retired_at is null limit $3`,
    [query.partnerId, query.kinds, query.limit],
  );
