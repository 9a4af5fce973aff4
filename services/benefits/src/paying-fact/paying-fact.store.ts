import { columnSql, columnText } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { z } from "zod";
import { payingFactTable } from "./paying-fact.entity.js";

const KEPT = { without: ["namesDeal", "toldAt"] } as const;
export const payingFactShape = rowOf(payingFactTable, KEPT);
export type PayingFactRow = RowIn<typeof payingFactShape>;

export const PAYING_FACT_COLUMNS = select(payingFactTable, KEPT);

/**
 * Keeps each fact in its latest state; one older than the known one changes nothing, and the same one again repairs it.
 */
export const putPayingFacts = (db: Queryable, facts: readonly PayingFactRow[], publishedAt: Date): Promise<void> =>
  db.run(
    "paying-fact.put",
    `insert into benefits.paying_fact as known (partner_id, fact_id, kind, occurred_on, amount_minor, currency, quantity,
       customer, product, attributes, deal, is_gone, program, program_version, revision, told_at)
     select "partnerId", "factId", kind, "occurredOn", "amountMinor", currency, quantity, customer, product, attributes,
       deal, "isGone", program, "programVersion", revision, $2
     from jsonb_to_recordset($1::jsonb) as given ("partnerId" uuid, "factId" uuid, kind text, "occurredOn" date,
       "amountMinor" bigint, currency text, quantity bigint, customer text, product text, attributes jsonb, deal text,
       "isGone" boolean, program text, "programVersion" text, revision integer)
     on conflict (partner_id, fact_id) do update set kind = excluded.kind, occurred_on = excluded.occurred_on,
       amount_minor = excluded.amount_minor, currency = excluded.currency, quantity = excluded.quantity,
       customer = excluded.customer, product = excluded.product, attributes = excluded.attributes, deal = excluded.deal,
       is_gone = excluded.is_gone, program = excluded.program, program_version = excluded.program_version,
       revision = excluded.revision, told_at = excluded.told_at
       where known.revision <= excluded.revision`,
    [
      JSON.stringify(
        facts.map((fact) => ({
          ...fact,
          amountMinor: fact.amountMinor?.toString() ?? null,
          quantity: fact.quantity?.toString() ?? null,
        })),
      ),
      publishedAt,
    ],
  );

// One by one, as everything that a settlement looks up: see `sumAccrued`.
export const findPayingFacts = (
  db: Queryable,
  facts: readonly Pick<PayingFactRow, "partnerId" | "factId">[],
): Promise<PayingFactRow[]> =>
  db.many(
    "paying-fact.find",
    payingFactShape,
    `select fact.* from unnest(${columnSql(1, "uuid")}, ${columnSql(2, "uuid")}) as asked (asked_partner, asked_fact)
     cross join lateral (
       select ${PAYING_FACT_COLUMNS} from benefits.paying_fact where partner_id = asked_partner and fact_id = asked_fact limit 1
     ) as fact`,
    [columnText(facts.map(({ partnerId }) => partnerId)), columnText(facts.map(({ factId }) => factId))],
  );

/** Facts on the days of ranges, each up to the day before `until`, that were not taken back by now or are settled already. */
export const listPayingFacts = (
  db: Queryable,
  ranges: readonly { partnerId: string; from: string; until: string }[],
): Promise<PayingFactRow[]> =>
  db.many(
    "paying-fact.list",
    payingFactShape,
    `select fact.* from unnest(${columnSql(1, "uuid")}, ${columnSql(2, "date")}, ${columnSql(3, "date")}) as days (partner_id, first, until)
     cross join lateral (
       select ${PAYING_FACT_COLUMNS} from benefits.paying_fact
       where paying_fact.partner_id = days.partner_id and occurred_on >= days.first and occurred_on < days.until
     ) as fact`,
    [
      columnText(ranges.map(({ partnerId }) => partnerId)),
      columnText(ranges.map(({ from }) => from)),
      columnText(ranges.map(({ until }) => until)),
    ],
  );

/** Facts of partners that were published since a moment. */
export const listPayingFactsPublishedSince = (
  db: Queryable,
  partnerIds: readonly string[],
  since: Date,
): Promise<PayingFactRow[]> =>
  db.many(
    "paying-fact.list-published-since",
    payingFactShape,
    `select ${PAYING_FACT_COLUMNS} from benefits.paying_fact where partner_id = any($1) and told_at >= $2`,
    [partnerIds, since],
  );

/** The facts that are these deals. */
export const findDeals = listByKeys("paying-fact.find-deals", payingFactTable, ["partnerId", "deal"]);

/** The facts that name these deals: what was refunded of them. */
export const listFactsNaming = listByKeys("paying-fact.list-naming", payingFactTable, ["partnerId", "namesDeal"]);

/** Gives facts from a day on to the versions that pay for their days now. */
export const putVersions = (
  db: Queryable,
  partnerIds: readonly string[],
  spans: readonly { from: string; until: string | null; program: string; programVersion: string }[],
): Promise<{ partnerId: string; factId: string }[]> =>
  db.many(
    "paying-fact.put-versions",
    rowOf(payingFactTable, { only: ["partnerId", "factId"] }),
    `update benefits.paying_fact set program = span.program, program_version = span."programVersion"
     from jsonb_to_recordset($2::jsonb) as span ("from" date, "until" date, program text, "programVersion" text)
     where partner_id = any($1) and occurred_on >= span."from" and (span."until" is null or occurred_on < span."until")
       and (paying_fact.program, paying_fact.program_version) is distinct from (span.program, span."programVersion")
     returning partner_id as "partnerId", fact_id as "factId"`,
    [partnerIds, JSON.stringify(spans)],
  );

/** Partners with facts from a day on, by id. */
export const listPartnersPaidSince = (db: Queryable, day: string): Promise<{ partnerId: string }[]> =>
  db.many(
    "paying-fact.list-partners-since",
    rowOf(payingFactTable, { only: ["partnerId"] }),
    `select partner_id as "partnerId" from benefits.standing
     where exists (select from benefits.paying_fact where paying_fact.partner_id = standing.partner_id and occurred_on >= $1)
     order by partner_id`,
    [day],
  );

export const countPaidSince = (
  db: Queryable,
  partnerIds: readonly string[],
  day: string,
): Promise<{ facts: number } | null> =>
  db.maybeOne(
    "paying-fact.count-since",
    z.object({ facts: z.int() }),
    `select count(*)::integer as facts from benefits.paying_fact where partner_id = any($1) and occurred_on >= $2`,
    [partnerIds, day],
  );

/** Deals of partners that are not decided yet. */
export const listOpenDeals = (db: Queryable, partnerIds: readonly string[]): Promise<PayingFactRow[]> =>
  db.many(
    "paying-fact.list-open-deals",
    payingFactShape,
    `select ${PAYING_FACT_COLUMNS} from benefits.paying_fact where partner_id = any($1) and kind = 'deal.open' and not is_gone`,
    [partnerIds],
  );
