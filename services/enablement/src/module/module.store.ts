import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { moduleProgressTable } from "../enrollment/index.js";
import { type LearnerKey } from "../learner/index.js";

export interface ModuleRow extends LearnerKey {
  readonly course: string;
  readonly module: string;
  readonly completedOn: string;
}

const COLUMNS = select(moduleProgressTable);

/** The modules of a course that a person has completed since a day; null for all of them. */
export const listModules = (
  db: Queryable,
  { partnerId, personId }: LearnerKey,
  { course, since }: { course: string; since: string | null },
): Promise<ModuleRow[]> =>
  db.many(
    "module.list",
    rowOf(moduleProgressTable),
    `select ${COLUMNS} from enablement.module_progress
     where partner_id = $1 and person_id = $2 and course = $3 and ($4::date is null or completed_on >= $4)
     order by completed_on, module`,
    [partnerId, personId, course, since],
  );

/** The modules that people have completed, in all their courses. */
export const listModulesOfPeople = (db: Queryable, people: readonly LearnerKey[]): Promise<ModuleRow[]> =>
  db.many(
    "module.list-of-people",
    rowOf(moduleProgressTable),
    `select module.* from unnest($1::uuid[], $2::uuid[]) as asked (partner_id, person_id)
     cross join lateral (
       select ${COLUMNS} from enablement.module_progress
       where module_progress.partner_id = asked.partner_id and module_progress.person_id = asked.person_id
       order by course, completed_on, module limit 1000
     ) as module`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId)],
  );

/** A module that was completed before stays so on its day, unless something else has been taught since another. */
export const putModule = (db: Queryable, row: ModuleRow, taughtSince: string | null): Promise<void> =>
  db.run(
    "module.put",
    `insert into enablement.module_progress as known (partner_id, person_id, course, module, completed_on)
     values ($1, $2, $3, $4, $5)
     on conflict (partner_id, person_id, course, module) do update set completed_on = excluded.completed_on
       where known.completed_on < $6::date`,
    [row.partnerId, row.personId, row.course, row.module, row.completedOn, taughtSince],
  );
