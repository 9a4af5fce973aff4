import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { z } from "zod";
import { isInCohort } from "../cohort/index.js";

const placementCountShape = z.object({
  dimension: z.enum(["region", "track", "size"]),
  value: z.string(),
  tier: z.string(),
  partners: z.int(),
});
export type PlacementCountRow = RowIn<typeof placementCountShape>;

/** How many partners of each region, track and size stand in each tier. A partner of several tracks counts in each. */
export const countPlacements = (db: Queryable, cohort: string | null): Promise<PlacementCountRow[]> =>
  db.many(
    "fairness.count-placements",
    placementCountShape,
    `with placed as (
       select partner.partner_id, status.tier, coalesce(partner.region, 'none') as region, partner.tracks,
         (select count(*) from partners.person where person.partner_id = partner.partner_id) as people
       from partners.partner join partners.tier_status as status using (partner_id)
       where ${isInCohort("$1")}
     )
     select 'region' as dimension, region as value, tier, count(*)::integer as partners from placed group by region, tier
     union all
     select 'track', track, tier, count(*)::integer from placed
       cross join lateral unnest(case when tracks = '{}' then '{none}' else tracks end) as track group by track, tier
     union all
     select 'size', case when people = 0 then 'no people' when people < 5 then '1 to 4 people'
       when people < 20 then '5 to 19 people' else '20 people and more' end as size, tier, count(*)::integer
       from placed group by size, tier
     order by 1, 2, 3`,
    [cohort],
  );

const identicalInputsShape = z.object({
  /** Groups of two partners and more that were judged by the same inputs. */
  groups: z.int(),
  partners: z.int(),
  /** Groups whose partners did not all reach the same tiers. */
  conflicts: z.int(),
});

/**
 * Compares the last decisions of all partners: by the same version, day, measures, tracks, market and
 * approvals, the same tiers are reached. A decision knows neither name nor size of a partner where it says what was
 * reached, and its history only where the version asks for it: there the history is held against the others' as well.
 */
export const compareIdenticalInputs = (
  db: Queryable,
  byHistory: readonly { readonly program: string; readonly version: string }[],
): Promise<RowIn<typeof identicalInputsShape>[]> =>
  db.many(
    "fairness.compare-identical-inputs",
    identicalInputsShape,
    `with judged as (
       select decision.program, decision.program_version, decision.as_of, record -> 'inputs' as inputs, record ->> 'reached' as reached,
         case when (decision.program, decision.program_version) in (select * from unnest($1::text[], $2::text[]))
           then jsonb_build_array(record -> 'before' -> 'heldSince', record -> 'before' -> 'metOn') end as history
       from partners.tier_status as status
       join partners.decision using (partner_id, decision_id)
       cross join lateral (select decision.body::jsonb as record) as parsed
       where decision.format = 2
     ), alike as (
       select count(*) as partners, count(distinct reached) as reached from judged
       group by program, program_version, as_of, history,
         md5((inputs - 'joinedOn' - 'override' - 'hold')::text)
       having count(*) > 1
     )
     select count(*)::integer as groups, coalesce(sum(partners), 0)::integer as partners,
       (count(*) filter (where reached > 1))::integer as conflicts
     from alike`,
    [byHistory.map(({ program }) => program), byHistory.map(({ version }) => version)],
  );
