import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { type PlacementRunRow, placementRunTable } from "./placement-run.entity.js";

const COLUMNS = select(placementRunTable);

export const findPlacementRuns = (db: Queryable, runIds: readonly string[]): Promise<PlacementRunRow[]> =>
  db.many(
    "placement-run.find",
    rowOf(placementRunTable),
    `select ${COLUMNS} from partners.placement_run where run_id = any($1)`,
    [runIds],
  );

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
    z.object({ tier: z.string(), partners: z.int() }),
    "select tier, count(*)::integer as partners from partners.tier_status group by tier",
    [],
  );
