import { createHash } from "node:crypto";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { roleOf, SERVICES, type ServiceName } from "../database/provision.js";

/** Each service has a queue of its own: a worker sees the events that its service subscribed to, and no others. */
export const queueSchemaOf = (service: ServiceName): string => `${service}_jobs`;

/** Attempts over about a day, by the queue's exponential backoff; then the job is dead and waits for a person. */
const MAX_ATTEMPTS = 18;

/**
 * Sets the queues up, as the owner of the database. Safe to repeat. All at once and before any worker starts: the
 * migration of one queue makes the workers of every queue in the database stop.
 */
export async function provisionJobs(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  // A connection that breaks is found by the next statement.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    for (const service of SERVICES) {
      await runMigrations({ pgPool: pool, schema: queueSchemaOf(service) });
      await provisionQueue(pool, service);
    }
  } finally {
    await pool.end();
  }
}

/** The schema of a queue says in its comment how it was set up, so that nothing is written that stands already. */
async function provisionQueue(pool: pg.Pool, service: ServiceName): Promise<void> {
  const schema = queueSchemaOf(service);
  const { rows } = await pool.query<{ version: number; comment: string | null }>(
    `select (select max(id) from ${schema}.migrations) as version, obj_description($1::regnamespace, 'pg_namespace') as comment`,
    [schema],
  );
  const sql = privilegesSql(service);
  const setUp = `set up as ${createHash("sha256").update(`${rows[0]?.version}\n${sql}`).digest("hex")}`;
  if (rows[0]?.comment !== setUp) await pool.query(`${sql}\n    comment on schema ${schema} is '${setUp}';`);
}

/** Of jobs that wait until no other does; those of most have 0. */
const LATER = 10;

/**
 * A publishing service may add a job and nothing else, through a function that runs as the owner; the worker's own role
 * gets just what the library's worker touches, under the row-level security that the library switches on.
 */
function privilegesSql(service: ServiceName): string {
  const schema = queueSchemaOf(service);
  const worker = roleOf(service);
  const everyone = SERVICES.map(roleOf).join(", ");
  const guarded = ["_private_jobs", "_private_tasks", "_private_job_queues", "_private_known_crontabs"];
  const policies = guarded.map(
    (table) => `
      if not exists (select from pg_policies where schemaname = '${schema}' and tablename = '${table}' and policyname = 'worker_all') then
        create policy worker_all on ${schema}.${table} to ${worker} using (true) with check (true);
      end if;`,
  );
  return `
    create or replace function ${schema}.publish(task text, payload json) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select ${schema}.add_job(identifier => task, payload => payload, max_attempts => ${MAX_ATTEMPTS})
    $$;
    create or replace function ${schema}.publish_later(task text, payload json) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select ${schema}.add_job(identifier => task, payload => payload, max_attempts => ${MAX_ATTEMPTS}, priority => ${LATER})
    $$;
    revoke all on all functions in schema ${schema} from public;
    grant usage on schema ${schema} to ${everyone};
    grant execute on function ${schema}.publish, ${schema}.publish_later to ${everyone};
    grant select on ${schema}.migrations, ${schema}.jobs to ${worker};
    grant select, insert on ${schema}._private_tasks to ${worker};
    grant select, insert, update on ${schema}._private_known_crontabs, ${schema}._private_job_queues to ${worker};
    grant select, insert, update, delete on ${schema}._private_jobs to ${worker};
    -- The worker's clock adds the jobs of its crontab as the worker.
    grant execute on function ${schema}.add_job, ${schema}.add_jobs to ${worker};
    grant execute on function ${schema}.force_unlock_workers, ${schema}.reschedule_jobs, ${schema}.permanently_fail_jobs
      to ${worker};
    do $$ begin${policies.join("")}
    end $$;`;
}
