import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import type { Shape } from "@tiergraph/kit/database/shape";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { customerKey } from "../customer/index.js";
import { factTable } from "./fact.entity.js";
import type { Part } from "./fact-key.entity.js";

const READ = {
  only: [
    "partnerId",
    "factId",
    "revision",
    "family",
    "kind",
    "externalId",
    "occurredOn",
    "openedOn",
    "untilOn",
    "amountMinor",
    "currency",
    "quantity",
    "customer",
    "personId",
    "product",
    "attributes",
    "origin",
    "refundsDeal",
    "reversedOn",
    "isVoid",
    "correctedBecause",
  ],
} as const;
/** What is read of a fact. */
export type FactRow = Pick<Row<typeof factTable>, (typeof READ.only)[number]>;
export const factRow: Shape<FactRow> = rowOf(factTable, READ);

export const FACT_COLUMNS = select(factTable, READ);

const factKeyRowShape = z.object({
  family: z.string(),
  externalId: z.string(),
  /** Who reported it first. */
  partnerId: z.string(),
  factId: z.string(),
  /** How much of the whole is credited to partners, in hundredths of a percent. */
  credited: z.int(),
  /** Who shares it; empty where one partner has all of it. */
  parts: z.array(z.custom<Part>()).readonly(),
});
export type FactKeyRow = Readonly<z.infer<typeof factKeyRowShape>>;

/** Takes external ids that nobody has; answers with those that were taken. Sorted, so that two batches never wait for each other. */
export const addFactKeys = (db: Queryable, keys: readonly FactKeyRow[]): Promise<{ factId: string }[]> =>
  db.many(
    "fact.add-keys",
    z.object({ factId: z.string() }),
    `insert into metrics.fact_key (family, external_id, partner_id, fact_id, credited)
     select * from unnest(${columnOf(1, "text")}, ${columnOf(2, "text")}, ${columnOf(3, "uuid")}, ${columnOf(4, "uuid")},
       ${columnOf(5, "integer")}) as key (family, external_id, partner_id, fact_id, credited)
     order by family, external_id
     on conflict (family, external_id) do nothing returning fact_id as "factId"`,
    [
      columnText(keys.map(({ family }) => family)),
      columnText(keys.map(({ externalId }) => externalId)),
      columnText(keys.map(({ partnerId }) => partnerId)),
      columnText(keys.map(({ factId }) => factId)),
      columnText(keys.map(({ credited }) => credited)),
    ],
  );

const KEY_COLUMNS = `family, external_id as "externalId", partner_id as "partnerId", fact_id as "factId", credited,
  coalesce(parts, '[]'::jsonb) as parts`;

/** What is known under external ids, without holding it. */
export const findFactKeys = (
  db: Queryable,
  keys: readonly { family: string; externalId: string }[],
): Promise<FactKeyRow[]> =>
  db.many(
    "fact.find-keys",
    factKeyRowShape,
    `select ${KEY_COLUMNS} from metrics.fact_key
     join unnest($1::text[], $2::text[]) as wanted (family, external_id) using (family, external_id)`,
    [keys.map(({ family }) => family), keys.map(({ externalId }) => externalId)],
  );

/**
 * Who owns external ids, held for the rest of the transaction. Whoever waits here reads the facts only afterwards, in a
 * statement of its own: a lock on the facts themselves would show the waiting one a revision that has just retired.
 */
export const lockFactKeys = (
  db: Queryable,
  keys: readonly { family: string; externalId: string }[],
): Promise<FactKeyRow[]> =>
  db.many(
    "fact.lock-keys",
    factKeyRowShape,
    `select ${KEY_COLUMNS} from metrics.fact_key
     join unnest($1::text[], $2::text[]) as wanted (family, external_id) using (family, external_id)
     order by family, external_id for update of fact_key`,
    [keys.map(({ family }) => family), keys.map(({ externalId }) => externalId)],
  );

/** Keeps how much of each whole is credited, and to whom, of keys that are held. */
export const putCredited = (
  db: Queryable,
  keys: readonly Pick<FactKeyRow, "family" | "externalId" | "credited" | "parts">[],
): Promise<void> =>
  db.run(
    "fact.put-credited",
    `update metrics.fact_key set credited = given.credited, parts = nullif(given.parts, '[]')::jsonb
     from unnest($1::text[], $2::text[], $3::integer[], $4::text[]) as given (family, external_id, credited, parts)
     where fact_key.family = given.family and fact_key.external_id = given.external_id`,
    [
      keys.map(({ family }) => family),
      keys.map(({ externalId }) => externalId),
      keys.map(({ credited }) => credited),
      keys.map(({ parts }) => JSON.stringify(parts)),
    ],
  );

/** Of facts that moved on: a later revision stands in their place. */
export const retireFacts = (db: Queryable, facts: readonly FactRow[], retiredAt: Date): Promise<void> =>
  db.run(
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

const FACT_TYPES = [
  "uuid",
  "uuid",
  "integer",
  "text",
  "text",
  "text",
  "date",
  "date",
  "date",
  "bigint",
  "text",
  "bigint",
  "text",
  "uuid",
  "text",
  "jsonb",
  "jsonb",
  "text",
  "text",
];

export const addFacts = (
  db: Queryable,
  facts: readonly FactRow[],
  recordedAt: Date,
  recordedBy: string,
): Promise<void> =>
  db.run(
    "fact.add",
    `insert into metrics.fact (partner_id, fact_id, revision, family, kind, external_id, occurred_on, opened_on, until_on,
       amount_minor, currency, quantity, customer, person_id, product, attributes, origin, refunds_deal, customer_key, recorded_at,
       recorded_by)
     select fact.*, $20, $21 from unnest(${FACT_TYPES.map((type, i) => columnOf(i + 1, type)).join(", ")}) as fact`,
    [
      columnText(facts.map(({ partnerId }) => partnerId)),
      columnText(facts.map(({ factId }) => factId)),
      columnText(facts.map(({ revision }) => revision)),
      columnText(facts.map(({ family }) => family)),
      columnText(facts.map(({ kind }) => kind)),
      columnText(facts.map(({ externalId }) => externalId)),
      columnText(facts.map(({ occurredOn }) => occurredOn)),
      columnText(facts.map(({ openedOn }) => openedOn)),
      columnText(facts.map(({ untilOn }) => untilOn)),
      columnText(facts.map(({ amountMinor }) => amountMinor?.toString() ?? null)),
      columnText(facts.map(({ currency }) => currency)),
      columnText(facts.map(({ quantity }) => quantity?.toString() ?? null)),
      columnText(facts.map(({ customer }) => customer)),
      columnText(facts.map(({ personId }) => personId)),
      columnText(facts.map(({ product }) => product)),
      columnText(facts.map(({ attributes }) => JSON.stringify(attributes))),
      columnText(facts.map(({ origin }) => (origin === null ? null : JSON.stringify(origin)))),
      columnText(facts.map(({ refundsDeal }) => refundsDeal)),
      columnText(customerKeysOf(facts)),
      recordedAt,
      recordedBy,
    ],
  );

/** Each customer's key is worked out once a batch. */
function customerKeysOf(facts: readonly FactRow[]): (string | null)[] {
  const keys = new Map<string, string>();
  return facts.map(({ customer }) => {
    if (customer === null) return null;
    const key = keys.get(customer) ?? customerKey(customer);
    keys.set(customer, key);
    return key;
  });
}

export interface FactIdKey {
  readonly partnerId: string;
  readonly factId: string;
}

/** The latest revision of each, void ones too. */
export const findFacts = (db: Queryable, facts: readonly FactIdKey[]): Promise<FactRow[]> =>
  db.many(
    "fact.find",
    rowOf(factTable, {
      only: [
        "partnerId",
        "factId",
        "revision",
        "family",
        "kind",
        "externalId",
        "occurredOn",
        "openedOn",
        "untilOn",
        "amountMinor",
        "currency",
        "quantity",
        "customer",
        "personId",
        "product",
        "attributes",
        "origin",
        "refundsDeal",
        "reversedOn",
        "isVoid",
        "correctedBecause",
      ],
    }),
    `select latest.* from unnest($1::uuid[], $2::uuid[]) as asked (partner, fact)
     cross join lateral (
       select ${FACT_COLUMNS} from metrics.fact where partner_id = asked.partner and fact_id = asked.fact
       order by revision desc limit 1
     ) as latest`,
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
  db.many(
    "fact.list-deals",
    rowOf(factTable, {
      only: [
        "partnerId",
        "factId",
        "revision",
        "family",
        "kind",
        "externalId",
        "occurredOn",
        "openedOn",
        "untilOn",
        "amountMinor",
        "currency",
        "quantity",
        "customer",
        "personId",
        "product",
        "attributes",
        "origin",
        "refundsDeal",
        "reversedOn",
        "isVoid",
        "correctedBecause",
      ],
    }),
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and kind = any($2) and retired_at is null and reversed_on is null
       and ($3::date is null or (occurred_on, fact_id) < ($3, $4::uuid))
     order by occurred_on desc, fact_id desc limit $5`,
    [query.partnerId, query.kinds, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit],
  );

/** A partner's facts of some kinds that count, or count against themselves, in any order. */
export const listFactsOfKinds = (
  db: Queryable,
  query: { readonly partnerId: string; readonly kinds: readonly string[]; readonly limit: number },
): Promise<FactRow[]> =>
  db.many(
    "fact.list-of-kinds",
    rowOf(factTable, {
      only: [
        "partnerId",
        "factId",
        "revision",
        "family",
        "kind",
        "externalId",
        "occurredOn",
        "openedOn",
        "untilOn",
        "amountMinor",
        "currency",
        "quantity",
        "customer",
        "personId",
        "product",
        "attributes",
        "origin",
        "refundsDeal",
        "reversedOn",
        "isVoid",
        "correctedBecause",
      ],
    }),
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and kind = any($2) and retired_at is null limit $3`,
    [query.partnerId, query.kinds, query.limit],
  );

/** Facts of some kinds that count and have no amount, by partner and id, after one. */
export const listWithoutAmount = (
  db: Queryable,
  { kinds, after, limit }: { kinds: readonly string[]; after: readonly [string, string] | null; limit: number },
): Promise<FactRow[]> =>
  db.many(
    "fact.list-without-amount",
    rowOf(factTable, {
      only: [
        "partnerId",
        "factId",
        "revision",
        "family",
        "kind",
        "externalId",
        "occurredOn",
        "openedOn",
        "untilOn",
        "amountMinor",
        "currency",
        "quantity",
        "customer",
        "personId",
        "product",
        "attributes",
        "origin",
        "refundsDeal",
        "reversedOn",
        "isVoid",
        "correctedBecause",
      ],
    }),
    `select ${FACT_COLUMNS} from metrics.fact
     where kind = any($1) and amount_minor is null and kind <> 'certification'
       and retired_at is null and reversed_on is null and not is_void
       and (partner_id, fact_id) > (coalesce($2::uuid, '00000000-0000-0000-0000-000000000000'),
         coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
     order by partner_id, fact_id limit $4`,
    [kinds, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** The first day of each kind for each partner, of the facts that count. */
export const listFirstDays = (
  db: Queryable,
  kinds: readonly string[],
): Promise<{ partnerId: string; kind: string; on: string }[]> =>
  db.many(
    "fact.list-first-days",
    z.object({ partnerId: z.string(), kind: z.string(), on: z.string() }),
    `select partner_id as "partnerId", kind, min(occurred_on) as "on" from metrics.fact
     where kind = any($1) and retired_at is null and reversed_on is null group by 1, 2 order by 1, 2`,
    [kinds],
  );
