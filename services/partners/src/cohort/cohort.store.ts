import { lock } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { putOne } from "@tiergraph/kit/database/table-writes";
import { tableListing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { partnerTable } from "../partner/index.js";
import { cohortTable } from "./cohort.entity.js";

/** Whether `partners.partner` is in the cohort that a parameter names; every partner is where it is null. */
export const isInCohort = (parameter: string): string => `(${parameter}::text is null or exists (
  select from partners.cohort where cohort.name = ${parameter} and case when cohort.is_rule then
    (cohort.tiers is null or exists (select from partners.tier_status as held
      where held.partner_id = partner.partner_id and held.tier = any (cohort.tiers)))
    and (cohort.regions is null or partner.region = any (cohort.regions))
    and (cohort.countries is null or partner.country = any (cohort.countries))
    and (cohort.tracks is null or partner.tracks && cohort.tracks)
    and (cohort.joined_from is null or partner.joined_on >= cohort.joined_from)
    and (cohort.joined_before is null or partner.joined_on < cohort.joined_before)
  else exists (select from partners.cohort_member as member
    where member.cohort = cohort.name and member.partner_id = partner.partner_id) end))`;

export const findCohorts = listByIds("cohort.find", cohortTable, "name");

/** By name. */
export const cohortList = tableListing("cohort.list", cohortTable, { orderBy: ["name"] });

export const countCohorts = (db: Queryable): Promise<{ cohorts: number }> =>
  db.one("cohort.count", z.object({ cohorts: z.int() }), "select count(*)::int as cohorts from partners.cohort", []);

export const countInCohorts = (db: Queryable, names: readonly string[]): Promise<{ name: string; size: number }[]> =>
  db.many(
    "cohort.count-partners",
    z.object({ name: z.string(), size: z.int() }),
    `select wanted.name, (select count(*)::int from partners.partner where ${isInCohort("wanted.name")}) as size
     from unnest($1::text[]) as wanted (name)`,
    [names],
  );

/** Up to `limit` of each. */
export const listMembers = (
  db: Queryable,
  names: readonly string[],
  limit: number,
): Promise<{ name: string; partnerId: string }[]> =>
  db.many(
    "cohort.list-members",
    rowOf(partnerTable, { only: ["name", "partnerId"] }),
    `select wanted.name, member.partner_id as "partnerId" from unnest($1::text[]) as wanted (name)
     cross join lateral (
       select partner_id from partners.partner where ${isInCohort("wanted.name")} order by partner_id limit $2
     ) as member`,
    [names, limit],
  );

/** Held until the transaction ends, so that a cohort is saved by one at a time. */
export const lockCohorts = (db: Queryable): Promise<void> => lock(db, "partners.cohorts");

export const putCohort = putOne("cohort.put", cohortTable);

export const putMembers = (db: Queryable, name: string, partnerIds: readonly string[]): Promise<void> =>
  db.run(
    "cohort.put-members",
    `with gone as (
       delete from partners.cohort_member where cohort = $1 and partner_id <> all ($2::uuid[])
     )
     insert into partners.cohort_member (partner_id, cohort) select unnest($2::uuid[]), $1 on conflict do nothing`,
    [name, partnerIds],
  );

export const removeCohort = (db: Queryable, name: string): Promise<{ name: string }[]> =>
  db.many(
    "cohort.remove",
    rowOf(cohortTable, { only: ["name"] }),
    "delete from partners.cohort where name = $1 returning name",
    [name],
  );
