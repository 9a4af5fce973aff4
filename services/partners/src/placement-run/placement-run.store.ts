import type { Queryable } from "@tiergraph/kit/database/database";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { z } from "zod";
import { placementRunTable } from "./placement-run.entity.js";

export const findPlacementRuns = listByIds("placement-run.find", placementRunTable, "runId");

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
