import { lock } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable, Transaction } from "@tiergraph/kit/database/database";
import { z } from "zod";

/** One at a time until the transaction ends: two processes may wake at the same minute. */
export const lockDailyRun = (tx: Transaction): Promise<void> => lock(tx, "partners.daily-run");

export const findDailyRun = (db: Queryable, asOf: string): Promise<{ runId: string }[]> =>
  db.many(
    "daily-run.find",
    z.object({ runId: z.string() }),
    `select run_id as "runId" from partners.placement_run where reason = 'DAILY' and as_of = $1 limit 1`,
    [asOf],
  );
