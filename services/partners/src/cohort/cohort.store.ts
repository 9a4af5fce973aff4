import { lock } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { partnerTable } from "../partner/index.js";
import { cohortTable } from "./cohort.entity.js";
import type { CohortRule } from "./cohort.js";

export interface CohortRow extends CohortRule {
  readonly name: string;
  readonly description: string;
  readonly isRule: boolean;
  readonly savedAt: Date;
  readonly savedBy: string;
}

const COLUMNS = select(cohortTable);

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

export const findCohorts = (db: Queryable, names: readonly string[]): Promise<CohortRow[]> =>
  db.many("cohort.find", rowOf(cohortTable), `select ${COLUMNS} from partners.cohort where name = any($1)`, [names]);

/** By name, after a name. */
export const listCohorts = (
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<CohortRow[]> =>
  db.many(
    "cohort.list",
    rowOf(cohortTable),
    `select ${COLUMNS} from partners.cohort where $1::text is null or name > $1 order by name limit $2`,
    [after, limit],
  );

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

export const putCohort = (db: Queryable, row: CohortRow): Promise<void> =>
  db.run(
    "cohort.put",
    `insert into partners.cohort (name, description, is_rule, tiers, regions, countries, tracks, joined_from,
       joined_before, saved_at, saved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (name) do update set description = excluded.description, is_rule = excluded.is_rule,
       tiers = excluded.tiers, regions = excluded.regions, countries = excluded.countries, tracks = excluded.tracks,
       joined_from = excluded.joined_from, joined_before = excluded.joined_before, saved_at = excluded.saved_at,
       saved_by = excluded.saved_by`,
    [
      row.name,
      row.description,
      row.isRule,
      row.tiers,
      row.regions,
      row.countries,
      row.tracks,
      row.joinedFrom,
      row.joinedBefore,
      row.savedAt,
      row.savedBy,
    ],
  );

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
    z.object({ name: z.string() }),
    "delete from partners.cohort where name = $1 returning name",
    [name],
  );
