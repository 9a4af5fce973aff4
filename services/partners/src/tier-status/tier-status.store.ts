import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { partnerTable } from "../partner/partner.entity.js";
import { tierPeriodTable } from "./tier-period.entity.js";
import { type TierStatusRow, tierStatusTable } from "./tier-status.entity.js";

const COLUMNS = select(tierStatusTable);

export const findTierStatuses = (db: Queryable, partnerIds: readonly string[]): Promise<TierStatusRow[]> =>
  db.many(
    "tier-status.find",
    rowOf(tierStatusTable),
    `select ${COLUMNS} from partners.tier_status where partner_id = any($1)`,
    [partnerIds],
  );

/** What placement reads of a partner. */
export interface LockedPartner {
  readonly partnerId: string;
  readonly tracks: string[];
  readonly region: string | null;
  readonly country: string | null;
  readonly joinedOn: string;
}

/** One judgement of a partner at a time, for the rest of the transaction; partners in one order, so that two never wait for each other. */
export const lockPartners = (db: Queryable, partnerIds: readonly string[]): Promise<LockedPartner[]> =>
  db.many(
    "tier-status.lock-partners",
    rowOf(partnerTable, { without: ["code", "name", "recordedAt"] }),
    `select partner_id as "partnerId", tracks, region, country, joined_on as "joinedOn" from partners.partner where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );

const STATUS_TYPES = "uuid text date date timestamptz integer uuid integer text date date".split(" ");
export const putTierStatuses = (db: Queryable, statuses: readonly TierStatusRow[]): Promise<void> =>
  db.run(
    "tier-status.put",
    `insert into partners.tier_status (partner_id, tier, since, as_of, measured_at, sequence, decision_id,
       period_sequence, pending_tier, pending_from, told_on)
     select * from unnest(${STATUS_TYPES.map((type, i) => columnOf(i + 1, type)).join(", ")})
     on conflict (partner_id) do update set tier = excluded.tier, since = excluded.since, as_of = excluded.as_of,
       measured_at = excluded.measured_at, sequence = excluded.sequence, decision_id = excluded.decision_id,
       period_sequence = excluded.period_sequence, pending_tier = excluded.pending_tier,
       pending_from = excluded.pending_from, told_on = excluded.told_on`,
    [
      columnText(statuses.map(({ partnerId }) => partnerId)),
      columnText(statuses.map(({ tier }) => tier)),
      columnText(statuses.map(({ since }) => since)),
      columnText(statuses.map(({ asOf }) => asOf)),
      columnText(statuses.map(({ measuredAt }) => measuredAt.toISOString())),
      columnText(statuses.map(({ sequence }) => sequence)),
      columnText(statuses.map(({ decisionId }) => decisionId)),
      columnText(statuses.map(({ periodSequence }) => periodSequence)),
      columnText(statuses.map(({ pendingTier }) => pendingTier)),
      columnText(statuses.map(({ pendingFrom }) => pendingFrom)),
      columnText(statuses.map(({ toldOn }) => toldOn)),
    ],
  );

/** Partners whose decided tier has begun by the day without the others knowing, locked until the transaction ends. */
export const lockBegunStatuses = (db: Queryable, day: string, limit: number): Promise<TierStatusRow[]> =>
  db.many(
    "tier-status.lock-begun",
    rowOf(tierStatusTable),
    `select ${COLUMNS} from partners.tier_status where pending_from is not null and pending_from <= $1
     order by partner_id limit $2 for update`,
    [day, limit],
  );

export interface TierPeriodRow {
  readonly partnerId: string;
  readonly decisionId: string;
  readonly fromOn: string;
  readonly tier: string;
}

/** The periods in force of each partner, earliest first. */
export const listTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<TierPeriodRow[]> =>
  db.many(
    "tier-status.list-periods",
    rowOf(tierPeriodTable, { without: ["supersededAt"] }),
    `select partner_id as "partnerId", decision_id as "decisionId", from_on as "fromOn", tier from partners.tier_period
     where partner_id = any($1) and superseded_at is null order by partner_id, from_on`,
    [partnerIds],
  );

/** Ends the force of periods; they stay as what was once decided. */
export const supersedeTierPeriods = (
  db: Queryable,
  periods: readonly Pick<TierPeriodRow, "partnerId" | "decisionId">[],
  supersededAt: Date,
): Promise<void> =>
  db.run(
    "tier-status.supersede-periods",
    `update partners.tier_period set superseded_at = $3
     from unnest($1::uuid[], $2::uuid[]) as old (partner_id, decision_id)
     where tier_period.partner_id = old.partner_id and tier_period.decision_id = old.decision_id`,
    [periods.map(({ partnerId }) => partnerId), periods.map(({ decisionId }) => decisionId), supersededAt],
  );
