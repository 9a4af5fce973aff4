import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { learnerTable } from "./learner.entity.js";

const learnerKeyShape = rowOf(learnerTable, { only: ["partnerId", "personId"] });

export type LearnerKey = RowIn<typeof learnerKeyShape>;

export interface Learner extends LearnerKey {
  readonly role: string | null;
}

/** Keeps who works for partners; news that are older than what is known change nothing. */
export const putLearners = (db: Queryable, learners: readonly Learner[], changedAt: Date): Promise<void> =>
  db.run(
    "learner.put",
    `insert into enablement.learner as known (partner_id, person_id, role, changed_at)
     select row.*, $2 from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "personId" uuid, role text)
     on conflict (partner_id, person_id) do update set role = excluded.role, changed_at = excluded.changed_at
       where known.changed_at < excluded.changed_at`,
    [JSON.stringify(learners), changedAt],
  );

export const findLearners = (db: Queryable, learners: readonly LearnerKey[]): Promise<LearnerKey[]> =>
  db.many(
    "learner.find",
    learnerKeyShape,
    `select partner_id as "partnerId", person_id as "personId" from enablement.learner
     where (partner_id, person_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    keyColumns(learners),
  );

/**
 * One recording of a person at a time, for the rest of the transaction: what is about to be added has no row to lock.
 * People in one order, so that two batches never wait for each other. Who has left a partner learns there no more.
 */
export const lockLearners = (db: Queryable, learners: readonly LearnerKey[]): Promise<LearnerKey[]> =>
  db.many(
    "learner.lock",
    learnerKeyShape,
    `select partner_id as "partnerId", person_id as "personId" from enablement.learner
     where (partner_id, person_id) in (select * from unnest($1::uuid[], $2::uuid[])) and left_on is null
     order by partner_id, person_id for no key update`,
    keyColumns(learners),
  );

const keyColumns = (learners: readonly LearnerKey[]): unknown[] => [
  learners.map(({ partnerId }) => partnerId),
  learners.map(({ personId }) => personId),
];

/** From a day on the person works for another partner; null where it came back. */
export const putLeaving = (db: Queryable, { partnerId, personId }: LearnerKey, leftOn: string | null): Promise<void> =>
  db.run("learner.put-leaving", "update enablement.learner set left_on = $3 where partner_id = $1 and person_id = $2", [
    partnerId,
    personId,
    leftOn,
  ]);
