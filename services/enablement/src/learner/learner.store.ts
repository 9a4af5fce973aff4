import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { partOf, type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { learnerTable } from "./learner.entity.js";

const learnerKeys = partOf(learnerTable, { only: ["partnerId", "personId"] });

export type LearnerKey = Row<typeof learnerKeys>;

const LEARNERS = batchOf(learnerTable, { without: ["leftOn"] });

/** Keeps who works for partners; news that are older than what is known change nothing. */
export const putLearners = (
  db: Queryable,
  learners: readonly (LearnerKey & { readonly role: string | null })[],
  changedAt: Date,
): Promise<void> =>
  db.run(
    "learner.put",
    `insert into enablement.learner as known (${LEARNERS.columns}) ${LEARNERS.rows()}
     on conflict (partner_id, person_id) do update set ${LEARNERS.updates} where known.changed_at < excluded.changed_at`,
    LEARNERS.values(learners.map((learner) => ({ ...learner, changedAt }))),
  );

export const findLearners = listByKeys("learner.find", learnerKeys, ["partnerId", "personId"]);

/**
 * One recording of a person at a time, for the rest of the transaction: what is about to be added has no row to lock.
 * People in one order, so that two batches never wait for each other. People who have left a partner no longer learn
 * there.
 */
export const lockLearners = (db: Queryable, learners: readonly LearnerKey[]): Promise<LearnerKey[]> =>
  db.many(
    "learner.lock",
    rowOf(learnerKeys),
    `select ${select(learnerKeys)} from enablement.learner
     where (partner_id, person_id) in (select * from unnest($1::uuid[], $2::uuid[])) and left_on is null
     order by partner_id, person_id for no key update`,
    [learners.map(({ partnerId }) => partnerId), learners.map(({ personId }) => personId)],
  );

/** From a day on the person works for another partner; null where it came back. */
export const putLeaving = updateBy("learner.put-leaving", learnerTable, {
  by: ["partnerId", "personId"],
  set: ["leftOn"],
});
