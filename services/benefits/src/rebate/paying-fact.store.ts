import type { Queryable } from "@tiergraph/kit/database/database";

export interface PayingFactRow {
  readonly partnerId: string;
  readonly factId: string;
  readonly revision: number;
  readonly kind: string;
  readonly occurredOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly customer: string | null;
  readonly product: string | null;
  readonly attributes: Record<string, string>;
  /** The version in force when this state of the fact was recorded: it settles what the fact earns, for ever. */
  readonly program: string;
  readonly programVersion: string;
}

const COLUMNS = `partner_id as "partnerId", fact_id as "factId", revision, kind, occurred_on as "occurredOn",
  amount_minor as "amountMinor", currency, customer, product, attributes, program, program_version as "programVersion"`;

/** Keeps each fact in its latest state; an older one than is known changes nothing. */
export const putPayingFacts = (db: Queryable, facts: readonly PayingFactRow[]): Promise<unknown[]> =>
  db.rows(
    "paying-fact.put",
    `insert into benefits.paying_fact as known (partner_id, fact_id, kind, occurred_on, amount_minor, currency, customer, product,
       attributes, program, program_version, revision)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::bigint[], $6::text[], $7::text[], $8::text[],
       $9::jsonb[], $10::text[], $11::text[], $12::integer[])
     on conflict (partner_id, fact_id) do update set kind = excluded.kind, occurred_on = excluded.occurred_on,
       amount_minor = excluded.amount_minor, currency = excluded.currency, customer = excluded.customer,
       product = excluded.product, attributes = excluded.attributes,
       program = excluded.program, program_version = excluded.program_version, revision = excluded.revision
       where known.revision < excluded.revision`,
    [
      facts.map(({ partnerId }) => partnerId),
      facts.map(({ factId }) => factId),
      facts.map(({ kind }) => kind),
      facts.map(({ occurredOn }) => occurredOn),
      facts.map(({ amountMinor }) => amountMinor.toString()),
      facts.map(({ currency }) => currency),
      facts.map(({ customer }) => customer),
      facts.map(({ product }) => product),
      facts.map(({ attributes }) => JSON.stringify(attributes)),
      facts.map(({ program }) => program),
      facts.map(({ programVersion }) => programVersion),
      facts.map(({ revision }) => revision),
    ],
  );

export const findPayingFacts = (
  db: Queryable,
  facts: readonly { partnerId: string; factId: string }[],
): Promise<PayingFactRow[]> =>
  db.rows(
    "paying-fact.find",
    `select ${COLUMNS} from benefits.paying_fact
     where (partner_id, fact_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [facts.map(({ partnerId }) => partnerId), facts.map(({ factId }) => factId)],
  );

/** The facts of each partner on or after its day. */
export const listPayingFactsSince = (
  db: Queryable,
  since: readonly { partnerId: string; day: string }[],
): Promise<PayingFactRow[]> =>
  db.rows(
    "paying-fact.list-since",
    `select fact.* from unnest($1::uuid[], $2::date[]) as since (partner_id, day)
     cross join lateral (
       select ${COLUMNS} from benefits.paying_fact
       where paying_fact.partner_id = since.partner_id and occurred_on >= since.day
     ) as fact`,
    [since.map(({ partnerId }) => partnerId), since.map(({ day }) => day)],
  );
