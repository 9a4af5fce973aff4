import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { z } from "zod";
import { FACT_COLUMNS, type FactRow, factRow } from "../fact/index.js";

const digestShape = z.object({
  partnerId: z.string(),
  facts: z.int(),
  factsDigest: z.string(),
  periods: z.int(),
  periodsDigest: z.string(),
});
export type DigestRow = RowIn<typeof digestShape>;

/** Digests of the facts with an amount that count, and of the tier periods that are known here; benefits and partners make theirs alike. */
export const digestKept = (db: Queryable, partnerIds: readonly string[]): Promise<DigestRow[]> =>
  db.many(
    "digest.kept",
    digestShape,
    `select asked as "partnerId", coalesce(facts, 0) as facts, coalesce(facts_digest, '') as "factsDigest",
       coalesce(periods, 0) as periods, coalesce(periods_digest, '') as "periodsDigest"
     from unnest($1::uuid[]) as asked
     left join (
       select partner_id, count(*)::integer as facts,
         md5(string_agg(concat_ws(' ', fact_id, revision, kind, occurred_on, amount_minor, currency), ',' order by fact_id)) as facts_digest
       from metrics.fact
       where partner_id = any($1) and retired_at is null and reversed_on is null and not is_void and amount_minor > 0 group by 1
     ) as kept on kept.partner_id = asked
     left join (
       select partner_id, count(*)::integer as periods,
         md5(string_agg(concat_ws(' ', from_on, tier), ',' order by from_on)) as periods_digest
       from metrics.tier_period where partner_id = any($1) group by 1
     ) as held on held.partner_id = asked
     order by asked`,
    [partnerIds],
  );

/** A partner's facts that count after one, by id: what rewards were sent of it. */
export const listStandingFacts = (
  db: Queryable,
  { partnerId, after, limit }: { partnerId: string; after: string | null; limit: number },
): Promise<FactRow[]> =>
  db.many(
    "digest.list-standing",
    factRow,
    `select ${FACT_COLUMNS} from metrics.fact
     where partner_id = $1 and retired_at is null and reversed_on is null and not is_void and kind <> 'certification'
       and ($2::uuid is null or fact_id > $2) order by fact_id limit $3`,
    [partnerId, after, limit],
  );
