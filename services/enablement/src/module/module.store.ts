import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { listOfEach } from "@tiergraph/kit/database/table-reads";
import { type ModuleRow, moduleProgressTable } from "../enrollment/index.js";
import type { LearnerKey } from "../learner/index.js";

const MODULES = batchOf(moduleProgressTable);

/** The modules of a course that a person has completed since a day; null for all of them. */
export const listModules = (
  db: Queryable,
  { partnerId, personId }: LearnerKey,
  { course, since }: { course: string; since: string | null },
): Promise<ModuleRow[]> =>
  db.many(
    "module.list",
    rowOf(moduleProgressTable),
    `select ${select(moduleProgressTable)} from enablement.module_progress
     where partner_id = $1 and person_id = $2 and course = $3 and ($4::date is null or completed_on >= $4)
     order by completed_on, module`,
    [partnerId, personId, course, since],
  );

/** The modules that people have completed, in all their courses. */
export const listModulesOfPeople = listOfEach("module.list-of-people", moduleProgressTable, ["partnerId", "personId"], {
  orderBy: ["course", "completedOn", "module"],
});

/** A module that was completed before stays so on its day, unless something else has been taught since another. */
export const putModule = (db: Queryable, row: ModuleRow, taughtSince: string | null): Promise<void> =>
  db.run(
    "module.put",
    `insert into enablement.module_progress as known (${MODULES.columns}) ${MODULES.rows(2)}
     on conflict (partner_id, person_id, course, module) do update set ${MODULES.updates}
       where known.completed_on < $1::date`,
    [taughtSince, ...MODULES.values([row])],
  );
