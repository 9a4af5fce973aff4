import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { isInCohort } from "../cohort/index.js";
import { PARTNER, partnerTable } from "../partner/index.js";

/** Each null lists all. */
interface PartnerListQuery {
  readonly code: string | null;
  readonly tier: string | null;
  readonly region: string | null;
  readonly track: string | null;
  /** Of a cohort that there is not, nobody. */
  readonly cohort: string | null;
}

export const partnerList = listing("partner.list", {
  shape: rowOf(partnerTable, PARTNER),
  select: select(partnerTable, PARTNER),
  from: "partners.partner",
  where: [
    `($1::text is null or exists (
       select from partners.tier_status status where status.partner_id = partner.partner_id and status.tier = $1))`,
    "($2::text is null or region = $2)",
    "($3::text is null or $3 = any (tracks))",
    "($4::text is null or code = $4)",
    isInCohort("$5"),
  ],
  values: ({ tier, region, track, code, cohort }: PartnerListQuery) => [tier, region, track, code, cohort],
  orderBy: by(partOf(partnerTable, PARTNER), ["name", "partnerId"]),
});
