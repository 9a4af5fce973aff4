import type { Queryable } from "@tiergraph/kit/database/database";
import { keptRead } from "@tiergraph/kit/database/kept-reads";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy } from "@tiergraph/kit/database/table-reads";
import { addAll, updateBy } from "@tiergraph/kit/database/table-writes";
import { type AdjustmentRow, adjustmentTable } from "./adjustment.entity.js";

const COLUMNS = select(adjustmentTable);

export const addAdjustments = addAll("adjustment.add", adjustmentTable);

/** Held for the rest of the transaction, so that two never decide at once. */
export const lockAdjustment = findBy("adjustment.lock", adjustmentTable, ["adjustmentId"], { lock: "no key" });

export const putAdjustmentState = updateBy("adjustment.put-state", adjustmentTable, {
  by: ["adjustmentId"],
  set: ["state", "decidedBy", "decidedAt", "endedBy", "endedAt"],
});

/** By their first days, latest first. */
export const listAdjustments = (
  db: Queryable,
  query: { program: string; states: readonly AdjustmentRow["state"][]; limit: number },
): Promise<AdjustmentRow[]> =>
  db.many(
    "adjustment.list",
    rowOf(adjustmentTable),
    `select ${COLUMNS} from metrics.adjustment where program = $1 and state = any($2)
     order by from_on desc, adjustment_id desc limit $3`,
    [query.program, query.states, query.limit],
  );

/** In the order in which they were made, so that a value lists them the same way each time. */
export const listApprovedAdjustments = keptRead(
  "adjustment.list-approved",
  (db, program: string): Promise<AdjustmentRow[]> =>
    db.many(
      "adjustment.list-approved",
      rowOf(adjustmentTable),
      `select ${COLUMNS} from metrics.adjustment where program = $1 and state = 'APPROVED' order by adjustment_id`,
      [program],
    ),
);

/** Those that were approved at a moment, also those that ended since. */
export const listAdjustmentsApprovedAt = (
  db: Queryable,
  programs: readonly string[],
  at: Date,
): Promise<AdjustmentRow[]> =>
  db.many(
    "adjustment.list-approved-at",
    rowOf(adjustmentTable),
    `select ${COLUMNS} from metrics.adjustment where program = any($1) and state in ('APPROVED', 'ENDED')
       and decided_at <= $2 and (ended_at is null or ended_at > $2) order by adjustment_id`,
    [programs, at],
  );
