import type { Transaction } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { seriesOf } from "@tiergraph/program/measure";

export const PARTNERS = 10_000;

/** The id of a partner by its number, as SQL and here. */
export const partnerIdSql = (i: string): string => `('00000000-0000-4000-8000-' || lpad(to_hex(${i}), 12, '0'))::uuid`;
export const partnerIdOf = (i: number): string => `00000000-0000-4000-8000-${i.toString(16).padStart(12, "0")}`;

/** A fact by its number: a won deal of some partner, on some day of two years, of some amount. */
export const factNumbers = (i: number) => ({
  partner: (i * 7_919) % PARTNERS,
  day: (i * 104_729) % 730,
  cents: 10_000 + ((i * 31) % 500_000),
});
const PARTNER = `(i::bigint * 7919 % ${PARTNERS})`;
const DAY = "('2024-07-01'::date + (i::bigint * 104729 % 730)::integer)";
const CENTS = "(10000 + i::bigint * 31 % 500000)";

/**
 * One batch of facts made and written by SQL alone: keys, facts, both rollups and the events that others hear, as one
 * statement of one transaction. What the product writes beyond it is what it has to prove first.
 */
export function insertBatch(
  tx: Transaction,
  { from, to, program, prefix }: { from: number; to: number; program: Program; prefix: string },
): Promise<void> {
  const columns = seriesOf(program).flatMap(({ key }, slot) => {
    if (!key.includes("deal.won")) return [];
    return [{ name: `s${slot}`, term: key.startsWith('["amount"') ? "amount" : "1" }];
  });
  const names = columns.map(({ name }) => name).join(", ");
  const sums = columns.map(({ term }) => `sum(${term})`).join(", ");
  const added = columns.map(({ name }) => `${name} = kept.${name} + excluded.${name}`).join(", ");
  const rollup = (period: "day" | "month", of: string) => `
    insert into metrics.rollup_${period} as kept (partner_id, ${period}, page, ${names})
    select partner_id, ${of}, 0, ${sums} from made group by 1, 2 order by 1, 2
    on conflict (partner_id, ${period}, page) do update set ${added}`;
  return tx.run(
    "bench.insert-batch",
    `with made as materialized (
       select i, ${partnerIdSql(PARTNER)} as partner_id, gen_random_uuid() as fact_id, ${DAY} as on_day, ${CENTS} as amount
       from generate_series($1::integer, $2::integer - 1) as i
     ), key as (
       insert into metrics.fact_key (family, external_id, partner_id, fact_id)
       select 'deal', $3 || i, partner_id, fact_id from made
     ), fact as (
       insert into metrics.fact (partner_id, fact_id, revision, family, kind, external_id, occurred_on, amount_minor,
         currency, customer, product, attributes, recorded_at, recorded_by)
       select partner_id, fact_id, 1, 'deal', 'deal.won', $3 || i, on_day, amount, 'USD', 'Customer ' || i % 977,
         'Product ' || i % 7, '{"sector": "retail"}', now(), 'bench' from made
     ), day as (${rollup("day", "on_day")}), month as (${rollup("month", "date_trunc('month', on_day)::date")}),
     event as (
       select json_build_object('program', 'bench', 'programVersion', '1', 'facts', json_agg(json_build_object(
         'partnerId', partner_id, 'factId', fact_id, 'revision', 1, 'kind', 'deal.won', 'on', on_day,
         'amountMinor', amount::text, 'currency', 'USD', 'customer', 'Customer ' || i % 977,
         'product', 'Product ' || i % 7, 'attributes', json_build_object('sector', 'retail')))) as recorded,
         json_build_object('partnerIds', json_agg(distinct partner_id)) as measurable
       from made
     )
     select benefits_jobs.publish('FactsRecorded', recorded), metrics_jobs.publish('FactsRecorded', recorded),
       metrics_jobs.publish('PartnersMeasurable', measurable) from event`,
    [from, to, prefix],
  );
}
