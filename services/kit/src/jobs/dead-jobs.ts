import { z } from "zod";
import type { Queryable } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import { queueSchemaOf } from "./provision-jobs.js";

export interface DeadJob {
  readonly id: string;
  readonly task: string;
  readonly attempts: number;
  /** For people: one line, without addresses. */
  readonly lastError: string | null;
}

/** Jobs that wait or run: what is still to happen. */
export const countPendingJobs = (db: Queryable, service: ServiceName): Promise<{ pending: number } | null> =>
  db.maybeOne(
    "kit.count-pending-jobs",
    z.object({ pending: z.int() }),
    `select count(*)::integer as pending from ${queueSchemaOf(service)}._private_jobs where attempts < max_attempts`,
    [],
  );

/** Jobs that failed for good, oldest first, at most 100. */
export async function listDeadJobs(db: Queryable, service: ServiceName): Promise<DeadJob[]> {
  const jobs = await db.many<DeadJob>(
    "kit.list-dead-jobs",
    z.object({ id: z.string(), task: z.string(), attempts: z.int(), lastError: z.string().nullable() }),
    `select id::text, task_identifier as task, attempts::integer, last_error as "lastError" from ${queueSchemaOf(service)}.jobs
     where attempts >= max_attempts and locked_at is null order by id limit 100`,
    [],
  );
  return jobs.map((job) => ({ ...job, lastError: job.lastError && publicErrorOf(job.lastError) }));
}

/** The first line, at most 200 characters, without the addresses of servers. */
export const publicErrorOf = (error: string): string =>
  (error.trimStart().split("\n", 1)[0] ?? "").replace(ADDRESS, "(address)").slice(0, 200).trimEnd();

// `[::1]:5432`, `::1:5432`, `10.0.0.5:5432`, `db.internal:5432`, and the name that could not be looked up.
const ADDRESS =
  /\[[\da-f:.]+\]:\d{2,5}|(?<![\w:])(?:[\da-f]{0,4}:){2,}[\da-f.]*|[\w-]+(?:\.[\w-]+)*:\d{3,5}\b|(?<=ENOTFOUND |EAI_AGAIN )\S+/gi;

/** Gives dead jobs all their attempts again; returns those that were dead. */
export const reviveDeadJobs = (
  db: Queryable,
  service: ServiceName,
  ids: readonly string[],
): Promise<{ id: string }[]> =>
  db.many(
    "kit.revive-dead-jobs",
    z.object({ id: z.string() }),
    `with dead as (
       select id from ${queueSchemaOf(service)}.jobs where id = any($1::bigint[]) and attempts >= max_attempts and locked_at is null
     ), revived as (
       select ${queueSchemaOf(service)}.reschedule_jobs(array(select id from dead), run_at => now(), attempts => 0)
     )
     select id::text from dead where (select count(*) from revived) >= 0`,
    [ids],
  );
