import type { Queryable } from "@tiergraph/kit/database/database";
import type { LearnerKey } from "../learner/learner.store.js";

export interface ModuleRow extends LearnerKey {
  readonly course: string;
  readonly module: string;
  readonly completedOn: string;
}

const COLUMNS = `partner_id as "partnerId", person_id as "personId", course, module, completed_on as "completedOn"`;

export const listModules = (db: Queryable, { partnerId, personId }: LearnerKey, course: string): Promise<ModuleRow[]> =>
  db.rows(
    "module.list",
    `select ${COLUMNS} from enablement.module_progress where partner_id = $1 and person_id = $2 and course = $3
     order by completed_on, module`,
    [partnerId, personId, course],
  );

/** The modules that people have completed, in all their courses. */
export const listModulesOfPeople = (db: Queryable, people: readonly LearnerKey[]): Promise<ModuleRow[]> =>
  db.rows(
    "module.list-of-people",
    `select module.* from unnest($1::uuid[], $2::uuid[]) as asked (partner_id, person_id)
     cross join lateral (
       select ${COLUMNS} from enablement.module_progress
       where module_progress.partner_id = asked.partner_id and module_progress.person_id = asked.person_id
       order by course, completed_on, module limit 1000
     ) as module`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId)],
  );

/** A module that was completed before stays so on its day. */
export const addModule = (db: Queryable, row: ModuleRow): Promise<unknown[]> =>
  db.rows(
    "module.add",
    `insert into enablement.module_progress (partner_id, person_id, course, module, completed_on)
     values ($1, $2, $3, $4, $5) on conflict (partner_id, person_id, course, module) do nothing`,
    [row.partnerId, row.personId, row.course, row.module, row.completedOn],
  );
