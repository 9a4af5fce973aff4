import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { isInCohort } from "../cohort/index.js";
import { PARTNER, type PartnerRow, partnerTable } from "../partner/index.js";

interface PartnerListQuery {
  /** Of this and the next four, null lists all. */
  readonly code: string | null;
  readonly tier: string | null;
  readonly region: string | null;
  readonly track: string | null;
  /** Of a cohort that there is not, nobody. */
  readonly cohort: string | null;
  /** Name and id of the partner to read on from. */
  readonly after: readonly [name: string, partnerId: string] | null;
  readonly limit: number;
}

export const listPartners = (db: Queryable, query: PartnerListQuery): Promise<PartnerRow[]> =>
  db.many(
    "partner.list",
    rowOf(partnerTable, PARTNER),
    `select ${select(partnerTable, PARTNER)} from partners.partner
     where ($1::text is null or exists (
         select from partners.tier_status status where status.partner_id = partner.partner_id and status.tier = $1))
       and ($2::text is null or region = $2)
       and ($3::text is null or $3 = any (tracks))
       and ($7::text is null or code = $7)
       and ${isInCohort("$8")}
       and ($4::text is null or (name, partner_id) > ($4, $5::uuid))
     order by name, partner_id
     limit $6`,
    [
      query.tier,
      query.region,
      query.track,
      query.after?.[0] ?? null,
      query.after?.[1] ?? null,
      query.limit,
      query.code,
      query.cohort,
    ],
  );
