import type { Queryable } from "@tiergraph/kit/database/database";
import { findBy, listBy, listByIds, listByKeys, listOfEach } from "@tiergraph/kit/database/table-reads";
import { addAll, putAll } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { endpointTable } from "./endpoint.entity.js";
import { type CheckRow, validationCheckTable } from "./validation-check.entity.js";
import { validationRunTable } from "./validation-run.entity.js";

export const putEndpoints = putAll("validation.put-endpoint", endpointTable);

export const findEndpoints = listByIds("validation.find-endpoints", endpointTable, "partnerId");

export const addChecks = addAll("validation.add-checks", validationCheckTable);

/** How many runs of a partner began since a moment. */
export const countRuns = (db: Queryable, partnerId: string, since: Date): Promise<{ count: number } | null> =>
  db.maybeOne(
    "validation.count-runs",
    z.object({ count: z.int() }),
    `select count(*)::integer as count from enablement.validation_run where partner_id = $1 and started_at > $2`,
    [partnerId, since],
  );

export const findRun = findBy("validation.find-run", validationRunTable, ["partnerId", "runId"]);

/** The runs of partners, latest first. */
export const listRuns = listOfEach("validation.list-runs", validationRunTable, ["partnerId"], {
  orderBy: ["startedAt desc", "runId desc"],
});

export const listChecks = listByKeys("validation.list-checks", validationCheckTable, ["partnerId", "runId"], {
  orderBy: ["partnerId", "runId", "position"],
});

/** Holds the checks of a run for the rest of the transaction. */
export const lockChecks = listBy("validation.lock-checks", validationCheckTable, ["partnerId", "runId"], {
  orderBy: ["position"],
  lock: "no key",
});

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
