import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import { customerKey } from "../customer/index.js";
import type { FactRow } from "./fact.store.js";

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
