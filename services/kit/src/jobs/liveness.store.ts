import type pg from "pg";
import type { ServiceName } from "../database/provision.js";
import { queueSchemaOf } from "./provision-jobs.js";

// On a plain connection of the worker's own: the locks live and die with it.

/** Shared, so that a session which PostgreSQL has not yet noticed to be gone keeps nobody from coming back. */
export const lockSignsOfLife = (client: pg.Client, workerIds: readonly string[]): Promise<unknown> =>
  client.query("select pg_advisory_lock_shared(hashtextextended('worker:' || id, 0)) from unnest($1::text[]) as id", [
    workerIds,
  ]);

export const unlockSignOfLife = (client: pg.Client, workerId: string): Promise<unknown> =>
  client.query("select pg_advisory_unlock_shared(hashtextextended('worker:' || $1::text, 0))", [workerId]);

/** Workers that hold jobs but show no sign of life. */
export async function findUnseenHolders(client: pg.Client, service: ServiceName): Promise<string[]> {
  const schema = queueSchemaOf(service);
  // A lock that this session holds itself could be taken again, so the living are read from pg_locks, not found by
  // trying.
  const { rows } = await client.query<{ holder: string }>(
    `with held as (
       select distinct locked_by as holder from ${schema}.jobs where locked_by is not null
       union
       select locked_by from ${schema}._private_job_queues where locked_by is not null
     )
     select holder from held
     where not exists (
       select from pg_locks, hashtextextended('worker:' || holder, 0) as key
       where locktype = 'advisory' and granted and objsubid = 1
         and database = (select oid from pg_database where datname = current_database())
         and classid::bigint = (key >> 32 & 4294967295) and objid::bigint = (key & 4294967295))`,
  );
  return rows.map(({ holder }) => holder);
}

/** Nobody is woken by an unlock; without the notice the jobs would wait for the next poll. */
export async function freeJobsOf(client: pg.Client, service: ServiceName, workerIds: readonly string[]): Promise<void> {
  await client.query(
    `select ${queueSchemaOf(service)}.force_unlock_workers($1::text[]), pg_notify('jobs:insert', '{"count":1000}')`,
    [workerIds],
  );
}
