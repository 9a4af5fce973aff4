import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import type { DecisionRow } from "./decision.entity.js";
import type { TierStatusRow } from "./tier-status.entity.js";
import type { TierPeriodRow } from "./tier-status.store.js";

/** What is written of one partner that was decided about. */
interface DecidedRow {
  readonly decision: DecisionRow;
  readonly status: TierStatusRow;
  /** The period that the decision opens; null where none is opened. */
  readonly opened: TierPeriodRow | null;
}

/** What all decisions of one batch have in common. */
interface DecidedTogether {
  readonly runId: string | null;
  readonly asOf: string;
  readonly decidedAt: Date;
  readonly program: string;
  readonly programVersion: string;
  readonly measuredAt: Date;
  readonly toldOn: string | null;
  /** Whether none of the partners has a status yet: a plain insertion does, which writes three records of the log a row instead of four. */
  readonly isFirst: boolean;
}

/**
 * Writes decisions, what they lead to and the periods that they open, by one statement: three statements sent and read
 * the ids of all partners three times. Each column comes as one text (see `columnText`); what a batch has in common comes
 * once.
 */
export const addDecided = (db: Queryable, rows: readonly DecidedRow[], together: DecidedTogether): Promise<void> =>
  db.run(together.isFirst ? "verdict.add-first" : "verdict.add", together.isFirst ? ADD_FIRST : ADD, [
    columnText(rows.map(({ decision }) => decision.partnerId)),
    columnText(rows.map(({ decision }) => decision.decisionId)),
    columnText(rows.map(({ decision }) => decision.sequence)),
    columnText(rows.map(({ decision }) => decision.tier)),
    columnText(rows.map(({ decision }) => decision.previousTier)),
    columnText(rows.map(({ decision }) => decision.outcome)),
    columnText(rows.map(({ decision }) => decision.effectiveOn)),
    columnText(rows.map(({ decision }) => decision.body)),
    columnText(rows.map(({ decision }) => decision.previousHash)),
    columnText(rows.map(({ decision }) => decision.hash)),
    columnText(rows.map(({ status }) => status.tier)),
    columnText(rows.map(({ status }) => status.since)),
    columnText(rows.map(({ status }) => status.pendingTier)),
    columnText(rows.map(({ status }) => status.pendingFrom)),
    columnText(rows.map(({ status }) => status.periodSequence)),
    columnText(rows.map(({ opened }) => opened?.fromOn ?? null)),
    together.runId,
    together.asOf,
    together.decidedAt,
    together.program,
    together.programVersion,
    together.measuredAt,
    together.toldOn,
  ]);

const COLUMNS = [
  ["partner_id", "uuid"],
  ["decision_id", "uuid"],
  ["sequence", "integer"],
  ["tier", "text"],
  ["previous_tier", "text"],
  ["outcome", "text"],
  ["effective_on", "date"],
  ["body", "text"],
  ["previous_hash", "text"],
  ["hash", "text"],
  ["held_tier", "text"],
  ["since", "date"],
  ["pending_tier", "text"],
  ["pending_from", "date"],
  ["period_sequence", "integer"],
  ["opened_on", "date"],
] as const;

const addDecidedText = (onConflict: string): string => `
  with given as materialized (
    select * from unnest(${COLUMNS.map(([, type], i) => columnOf(i + 1, type)).join(", ")})
      as given (${COLUMNS.map(([name]) => name).join(", ")})
  ), decided as (
    insert into partners.decision (partner_id, decision_id, sequence, run_id, as_of, decided_at, program, program_version,
      tier, previous_tier, outcome, format, effective_on, body, previous_hash, hash)
    select partner_id, decision_id, sequence, $17::uuid, $18::date, $19::timestamptz, $20, $21, tier, previous_tier,
      outcome, 2, effective_on, body, previous_hash, hash from given
  ), standing as (
    insert into partners.tier_status (partner_id, tier, since, as_of, measured_at, sequence, decision_id,
      period_sequence, pending_tier, pending_from, told_on)
    select partner_id, held_tier, since, $18::date, $22::timestamptz, sequence, decision_id, period_sequence,
      pending_tier, pending_from, $23::date from given
    ${onConflict}
  )
  insert into partners.tier_period (partner_id, decision_id, from_on, tier)
  select partner_id, decision_id, opened_on, tier from given where opened_on is not null`;

const ADD_FIRST = addDecidedText("");
const ADD = addDecidedText(`on conflict (partner_id) do update set tier = excluded.tier, since = excluded.since,
    as_of = excluded.as_of, measured_at = excluded.measured_at, sequence = excluded.sequence,
    decision_id = excluded.decision_id, period_sequence = excluded.period_sequence,
    pending_tier = excluded.pending_tier, pending_from = excluded.pending_from, told_on = excluded.told_on`);
