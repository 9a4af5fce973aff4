import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { z } from "zod";

const tierDigestShape = z.object({
  partnerId: z.string(),
  periods: z.int(),
  periodsDigest: z.string(),
  total: z.int(),
});

/** Digests of the tier periods in force, partner after partner by id; metrics and benefits make theirs of what they know alike. */
export const digestTiers = (
  db: Queryable,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<RowIn<typeof tierDigestShape>[]> =>
  db.many(
    "tier-digest.list",
    tierDigestShape,
    `select asked.partner_id as "partnerId", coalesce(periods, 0) as periods, coalesce(digest, '') as "periodsDigest",
       (select count(*)::integer from partners.partner) as total
     from (
       select partner_id from partners.partner where ($1::uuid is null or partner_id > $1) order by partner_id limit $2
     ) as asked
     left join lateral (
       select count(*)::integer as periods,
         md5(string_agg(concat_ws(' ', from_on, tier), ',' order by from_on)) as digest
       from partners.tier_period where tier_period.partner_id = asked.partner_id and superseded_at is null
     ) as held on true
     order by asked.partner_id`,
    [after, first],
  );
