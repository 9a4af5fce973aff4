import type { Queryable } from "@tiergraph/kit/database/database";

export interface DecisionRow {
  readonly partnerId: string;
  readonly decisionId: string;
  readonly sequence: number;
  readonly runId: string | null;
  readonly asOf: string;
  readonly decidedAt: Date;
  readonly program: string;
  readonly programVersion: string;
  readonly tier: string;
  readonly previousTier: string | null;
  readonly outcome: "PLACED" | "PROMOTED" | "DEMOTED" | "KEPT";
  /** The engine's decision in canonical form. */
  readonly body: string;
}

const COLUMNS = `partner_id as "partnerId", decision_id as "decisionId", sequence, run_id as "runId", as_of as "asOf",
  decided_at as "decidedAt", program, program_version as "programVersion", tier, previous_tier as "previousTier",
  outcome, body`;

export interface DecisionKey {
  readonly partnerId: string;
  readonly decisionId: string;
}

export const findDecisions = (db: Queryable, decisions: readonly DecisionKey[]): Promise<DecisionRow[]> =>
  db.rows(
    "decision.find",
    `select ${COLUMNS} from partners.decision
     where (partner_id, decision_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [decisions.map(({ partnerId }) => partnerId), decisions.map(({ decisionId }) => decisionId)],
  );

/** The partner's decisions, newest first, from before the sequence where it is given. */
export const listDecisions = (
  db: Queryable,
  query: { partnerId: string; beforeSequence: number | null; limit: number },
): Promise<DecisionRow[]> =>
  db.rows(
    "decision.list",
    `select ${COLUMNS} from partners.decision
     where partner_id = $1 and ($2::integer is null or sequence < $2) order by sequence desc limit $3`,
    [query.partnerId, query.beforeSequence, query.limit],
  );

export const addDecisions = (db: Queryable, decisions: readonly DecisionRow[]): Promise<unknown[]> =>
  db.rows(
    "decision.add",
    `insert into partners.decision (partner_id, decision_id, sequence, run_id, as_of, decided_at, program,
       program_version, tier, previous_tier, outcome, body)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "decisionId" uuid, sequence integer,
       "runId" uuid, "asOf" date, "decidedAt" timestamptz, program text, "programVersion" text, tier text,
       "previousTier" text, outcome text, body text)`,
    [JSON.stringify(decisions)],
  );
