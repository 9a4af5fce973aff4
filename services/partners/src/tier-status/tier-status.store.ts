import type { Queryable } from "@tiergraph/kit/database/database";

export interface TierStatusRow {
  readonly partnerId: string;
  readonly tier: string;
  readonly since: string;
  readonly asOf: string;
  readonly measuredAt: Date;
  readonly sequence: number;
  readonly decisionId: string;
  readonly periodSequence: number;
}

const COLUMNS = `partner_id as "partnerId", tier, since, as_of as "asOf", measured_at as "measuredAt", sequence,
  decision_id as "decisionId", period_sequence as "periodSequence"`;

export const findTierStatuses = (db: Queryable, partnerIds: readonly string[]): Promise<TierStatusRow[]> =>
  db.rows("tier-status.find", `select ${COLUMNS} from partners.tier_status where partner_id = any($1)`, [partnerIds]);

/** One judgement of a partner at a time, for the rest of the transaction; partners in one order, so that two never wait for each other. */
export const lockPartners = (
  db: Queryable,
  partnerIds: readonly string[],
): Promise<{ partnerId: string; tracks: string[] }[]> =>
  db.rows(
    "tier-status.lock-partners",
    `select partner_id as "partnerId", tracks from partners.partner where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );

export const putTierStatuses = (db: Queryable, statuses: readonly TierStatusRow[]): Promise<unknown[]> =>
  db.rows(
    "tier-status.put",
    `insert into partners.tier_status
       (partner_id, tier, since, as_of, measured_at, sequence, decision_id, period_sequence)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, tier text, since date, "asOf" date,
       "measuredAt" timestamptz, sequence integer, "decisionId" uuid, "periodSequence" integer)
     on conflict (partner_id) do update set tier = excluded.tier, since = excluded.since, as_of = excluded.as_of,
       measured_at = excluded.measured_at, sequence = excluded.sequence, decision_id = excluded.decision_id,
       period_sequence = excluded.period_sequence`,
    [JSON.stringify(statuses)],
  );

export interface TierPeriodRow {
  readonly partnerId: string;
  readonly decisionId: string;
  readonly fromOn: string;
  readonly tier: string;
}

/** The periods in force of each partner, earliest first. */
export const listTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<TierPeriodRow[]> =>
  db.rows(
    "tier-status.list-periods",
    `select partner_id as "partnerId", decision_id as "decisionId", from_on as "fromOn", tier from partners.tier_period
     where partner_id = any($1) and superseded_at is null order by partner_id, from_on`,
    [partnerIds],
  );

/** Ends the force of each partner's periods that begin on or after the day. */
export const supersedeTierPeriods = (
  db: Queryable,
  partnerIds: readonly string[],
  fromOn: string,
  supersededAt: Date,
): Promise<unknown[]> =>
  db.rows(
    "tier-status.supersede-periods",
    `update partners.tier_period set superseded_at = $3
     where partner_id = any($1) and from_on >= $2 and superseded_at is null`,
    [partnerIds, fromOn, supersededAt],
  );

export const addTierPeriods = (db: Queryable, periods: readonly TierPeriodRow[]): Promise<unknown[]> =>
  db.rows(
    "tier-status.add-periods",
    `insert into partners.tier_period (partner_id, decision_id, from_on, tier)
     select * from jsonb_to_recordset($1::jsonb) as row ("partnerId" uuid, "decisionId" uuid, "fromOn" date, tier text)`,
    [JSON.stringify(periods)],
  );
