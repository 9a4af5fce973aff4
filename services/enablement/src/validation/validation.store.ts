import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { endpointTable } from "./endpoint.entity.js";
import { type CheckRow, validationCheckTable } from "./validation-check.entity.js";
import { type RunRow, validationRunTable } from "./validation-run.entity.js";

export const putEndpoint = (
  db: Queryable,
  { partnerId, url, at, by }: { partnerId: string; url: string; at: Date; by: string },
): Promise<void> =>
  db.run(
    "validation.put-endpoint",
    `insert into enablement.endpoint (partner_id, url, declared_at, declared_by) values ($1, $2, $3, $4)
     on conflict (partner_id) do update set url = excluded.url, declared_at = excluded.declared_at,
       declared_by = excluded.declared_by`,
    [partnerId, url, at, by],
  );

export const findEndpoints = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<{ partnerId: string; url: string }[]> =>
  db.many(
    "validation.find-endpoints",
    rowOf(endpointTable, { only: ["partnerId", "url"] }),
    `select partner_id as "partnerId", url from enablement.endpoint where partner_id = any($1)`,
    [partnerIds],
  );

const RUN = select(validationRunTable);
const CHECK = select(validationCheckTable);

export const addChecks = (db: Queryable, rows: readonly CheckRow[]): Promise<void> =>
  db.run(
    "validation.add-checks",
    `insert into enablement.validation_check (partner_id, run_id, name, position, definition)
     select * from jsonb_to_recordset($1::jsonb)
       as row ("partnerId" uuid, "runId" uuid, name text, position integer, definition jsonb)`,
    [JSON.stringify(rows)],
  );

/** How many runs of a partner began since a moment. */
export const countRuns = (db: Queryable, partnerId: string, since: Date): Promise<{ count: number } | null> =>
  db.maybeOne(
    "validation.count-runs",
    z.object({ count: z.int() }),
    `select count(*)::integer as count from enablement.validation_run where partner_id = $1 and started_at > $2`,
    [partnerId, since],
  );

type RunKey = Pick<RunRow, "partnerId" | "runId">;

export const findRun = (db: Queryable, { partnerId, runId }: RunKey): Promise<RunRow | null> =>
  db.maybeOne(
    "validation.find-run",
    rowOf(validationRunTable),
    `select ${RUN} from enablement.validation_run where partner_id = $1 and run_id = $2`,
    [partnerId, runId],
  );

/** The runs of partners, latest first, at most `limit` a partner. */
export const listRuns = (db: Queryable, partnerIds: readonly string[], limit: number): Promise<RunRow[]> =>
  db.many(
    "validation.list-runs",
    rowOf(validationRunTable),
    `select run.* from unnest($1::uuid[]) as asked (partner_id)
     cross join lateral (
       select ${RUN} from enablement.validation_run where validation_run.partner_id = asked.partner_id
       order by started_at desc, run_id desc limit $2
     ) as run`,
    [partnerIds, limit],
  );

export const listChecks = (db: Queryable, runs: readonly RunKey[]): Promise<CheckRow[]> =>
  db.many(
    "validation.list-checks",
    rowOf(validationCheckTable),
    `select ${CHECK} from enablement.validation_check
     where (partner_id, run_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by partner_id, run_id, position`,
    [runs.map(({ partnerId }) => partnerId), runs.map(({ runId }) => runId)],
  );

/** Holds the checks of a run for the rest of the transaction. */
export const lockChecks = (db: Queryable, { partnerId, runId }: RunKey): Promise<CheckRow[]> =>
  db.many(
    "validation.lock-checks",
    rowOf(validationCheckTable),
    `select ${CHECK} from enablement.validation_check where partner_id = $1 and run_id = $2
     order by position for no key update`,
    [partnerId, runId],
  );

/** What was found first stays. */
export const putResults = (db: Queryable, rows: readonly CheckRow[]): Promise<void> =>
  db.run(
    "validation.put-results",
    `update enablement.validation_check as kept set has_passed = row."hasPassed", evidence = row.evidence,
       checked_at = row."checkedAt", checked_by = row."checkedBy"
     from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "runId" uuid, name text, "hasPassed" boolean,
       evidence text, "checkedAt" timestamptz, "checkedBy" text)
     where kept.partner_id = row."partnerId" and kept.run_id = row."runId" and kept.name = row.name
       and kept.has_passed is null`,
    [JSON.stringify(rows)],
  );
