import type { Queryable } from "@tiergraph/kit/database/database";
import { unchecked } from "@tiergraph/kit/database/shape";

export interface PlacementRunRow {
  readonly runId: string;
  readonly reason: "ON_DEMAND" | "PROGRAM_PUBLISHED" | "TRACKS_CHANGED" | "DAILY" | "RULED" | "REVIEWED";
  readonly asOf: string;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly total: number;
  readonly judged: number;
  readonly changed: number;
  readonly finishedAt: Date | null;
}

const COLUMNS = `run_id as "runId", reason, as_of as "asOf", started_at as "startedAt", started_by as "startedBy", total,
  judged, changed, finished_at as "finishedAt"`;

export const findPlacementRuns = (db: Queryable, runIds: readonly string[]): Promise<PlacementRunRow[]> =>
  db.many("placement-run.find", unchecked(), `select ${COLUMNS} from partners.placement_run where run_id = any($1)`, [
    runIds,
  ]);

export const addPlacementRun = (db: Queryable, run: PlacementRunRow): Promise<void> =>
  db.run(
    "placement-run.add",
    `insert into partners.placement_run (run_id, reason, as_of, started_at, started_by, total, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [run.runId, run.reason, run.asOf, run.startedAt, run.startedBy, run.total, run.finishedAt],
  );

export const advancePlacementRun = (
  db: Queryable,
  step: { runId: string; judged: number; changed: number; at: Date },
): Promise<void> =>
  db.run(
    "placement-run.advance",
    `update partners.placement_run set judged = judged + $2, changed = changed + $3,
       finished_at = case when judged + $2 = total then $4::timestamptz end
     where run_id = $1`,
    [step.runId, step.judged, step.changed, step.at],
  );

/** How many partners stand in each tier now. */
export const countPartnersByTier = (db: Queryable): Promise<{ tier: string; partners: number }[]> =>
  db.many(
    "placement-run.count-partners-by-tier",
    unchecked(),
    "select tier, count(*)::integer as partners from partners.tier_status group by tier",
    [],
  );
