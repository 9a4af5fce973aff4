import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { tierPeriodTable } from "../partner-mirror/index.js";
import { PAYING_FACT_COLUMNS, type PayingFactRow, payingFactShape } from "../paying-fact/index.js";

// What a recount reads, one partner at a time and each table whole: none of the statements by which settling finds what it
// needs, so that a mistake of those is found here.

export const listAllPayingFacts = (db: Queryable, partnerId: string): Promise<PayingFactRow[]> =>
  db.many(
    "recount.facts",
    payingFactShape,
    `select ${PAYING_FACT_COLUMNS} from benefits.paying_fact where partner_id = $1 and not is_gone`,
    [partnerId],
  );

export const listAllPeriods = (db: Queryable, partnerId: string): Promise<{ fromOn: string; tier: string }[]> =>
  db.many(
    "recount.periods",
    rowOf(tierPeriodTable, { only: ["fromOn", "tier"] }),
    `select from_on as "fromOn", tier from benefits.tier_period where partner_id = $1 order by from_on`,
    [partnerId],
  );

const givenShape = z.object({
  rule: z.string(),
  subject: z.string(),
  program: z.string(),
  currency: z.string(),
  givenMinor: z.bigint(),
});

/** What rules have given a partner, by what they paid for. */
export const sumAllGiven = (db: Queryable, partnerId: string): Promise<RowIn<typeof givenShape>[]> =>
  db.many(
    "recount.given",
    givenShape,
    `select rule, subject, program, currency, sum(accrued_minor)::bigint as "givenMinor"
     from benefits.ledger_transaction where partner_id = $1 and rule is not null group by 1, 2, 3, 4`,
    [partnerId],
  );

const digestShape = z.object({
  partnerId: z.string(),
  facts: z.int(),
  factsDigest: z.string(),
  periods: z.int(),
  periodsDigest: z.string(),
});
export type DigestRow = RowIn<typeof digestShape>;

/** Digests of the facts with an amount and of the tier periods that are kept here of partners; metrics and partners make theirs alike. */
export const digestKept = (db: Queryable, partnerIds: readonly string[]): Promise<DigestRow[]> =>
  db.many(
    "recount.digest",
    digestShape,
    `select asked as "partnerId", coalesce(facts, 0) as facts, coalesce(facts_digest, '') as "factsDigest",
       coalesce(periods, 0) as periods, coalesce(periods_digest, '') as "periodsDigest"
     from unnest($1::uuid[]) as asked
     left join (
       select partner_id, count(*)::integer as facts,
         md5(string_agg(concat_ws(' ', fact_id, revision, kind, occurred_on, amount_minor, currency), ',' order by fact_id)) as facts_digest
       from benefits.paying_fact where partner_id = any($1) and not is_gone and amount_minor > 0 group by 1
     ) as kept on kept.partner_id = asked
     left join (
       select partner_id, count(*)::integer as periods,
         md5(string_agg(concat_ws(' ', from_on, tier), ',' order by from_on)) as periods_digest
       from benefits.tier_period where partner_id = any($1) group by 1
     ) as held on held.partner_id = asked
     order by asked`,
    [partnerIds],
  );
