import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { type AdjustmentRow, adjustmentTable } from "./adjustment.entity.js";

export type AdjustmentState = "PROPOSED" | "APPROVED" | "REJECTED" | "ENDED";

const COLUMNS = select(adjustmentTable);

export const addAdjustments = (db: Queryable, rows: readonly AdjustmentRow[]): Promise<void> =>
  db.run(
    "adjustment.add",
    `insert into metrics.adjustment (adjustment_id, program, measure, kind, from_on, to_on, factor, regions, markets, why,
       method, state, proposed_by, proposed_at)
     select (row ->> 'adjustmentId')::uuid, row ->> 'program', row ->> 'measure', row ->> 'kind', (row ->> 'fromOn')::date,
       (row ->> 'toOn')::date, row ->> 'factor', array(select jsonb_array_elements_text(row -> 'regions')),
       array(select jsonb_array_elements_text(row -> 'markets')), row ->> 'why', row ->> 'method', row ->> 'state',
       row ->> 'proposedBy', (row ->> 'proposedAt')::timestamptz
     from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(rows)],
  );

/** Held for the rest of the transaction, so that two never decide at once. */
export const lockAdjustment = (db: Queryable, adjustmentId: string): Promise<AdjustmentRow[]> =>
  db.many(
    "adjustment.lock",
    rowOf(adjustmentTable),
    `select ${COLUMNS} from metrics.adjustment where adjustment_id = $1 for no key update`,
    [adjustmentId],
  );

export const putAdjustmentState = (db: Queryable, row: AdjustmentRow): Promise<void> =>
  db.run(
    "adjustment.put-state",
    `update metrics.adjustment set state = $2, decided_by = $3, decided_at = $4, ended_by = $5, ended_at = $6
     where adjustment_id = $1`,
    [row.adjustmentId, row.state, row.decidedBy, row.decidedAt, row.endedBy, row.endedAt],
  );

/** By their first days, latest first. */
export const listAdjustments = (
  db: Queryable,
  query: { program: string; states: readonly AdjustmentState[]; limit: number },
): Promise<AdjustmentRow[]> =>
  db.many(
    "adjustment.list",
    rowOf(adjustmentTable),
    `select ${COLUMNS} from metrics.adjustment where program = $1 and state = any($2)
     order by from_on desc, adjustment_id desc limit $3`,
    [query.program, query.states, query.limit],
  );

/** In the order in which they were made, so that a value tells of them the same way each time. */
export const listApprovedAdjustments = (db: Queryable, programs: readonly string[]): Promise<AdjustmentRow[]> =>
  db.many(
    "adjustment.list-approved",
    rowOf(adjustmentTable),
    `select ${COLUMNS} from metrics.adjustment where program = any($1) and state = 'APPROVED' order by adjustment_id`,
    [programs],
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
