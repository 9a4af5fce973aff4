import { batchOf } from "@tiergraph/kit/database/batch";
import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { z } from "zod";
import { decisionTable } from "./decision.entity.js";
import { OUTLOOK_FORMAT } from "./outlook.js";
import { tierPeriodTable } from "./tier-period.entity.js";
import { type TierStatusRow, tierStatusTable } from "./tier-status.entity.js";

export const findTierStatuses = listByIds("tier-status.find", tierStatusTable, "partnerId");

const DECIDED_BY = { only: ["program", "programVersion"] } as const;
const decidedStatus = both(rowOf(tierStatusTable), rowOf(decisionTable, DECIDED_BY));
/** A status with the version that decided it. */
export type DecidedStatusRow = RowIn<typeof decidedStatus>;

/** Without the decisions themselves, which are long: see `findDecisionsInForce`. */
export const findDecidedStatuses = (db: Queryable, partnerIds: readonly string[]): Promise<DecidedStatusRow[]> =>
  db.many(
    "tier-status.find-decided",
    decidedStatus,
    `select ${select(tierStatusTable, { alias: "status" })}, ${select(decisionTable, { ...DECIDED_BY, alias: "decision" })}
     from partners.tier_status as status join partners.decision using (partner_id, decision_id)
     where status.partner_id = any($1)`,
    [partnerIds],
  );

const withOutlook = both(decidedStatus, z.object({ outlook: z.string().nullable() }));
/** A status with what its decision implies, as `readOutlook` reads it; null where that is still being worked out. */
export type OutlookStatusRow = RowIn<typeof withOutlook>;

/** @param isWhole whether the viewer reads what the program keeps from partners */
export const findStatusesWithOutlook = (
  db: Queryable,
  partnerIds: readonly string[],
  isWhole: boolean,
): Promise<OutlookStatusRow[]> =>
  db.many(
    "tier-status.find-with-outlook",
    withOutlook,
    `select ${select(tierStatusTable, { alias: "status" })}, ${select(decisionTable, { ...DECIDED_BY, alias: "decision" })},
       case when $3 then outlook.body else coalesce(outlook.partner_body, outlook.body) end as outlook
     from partners.tier_status as status join partners.decision using (partner_id, decision_id)
     left join partners.outlook on outlook.partner_id = status.partner_id
       and outlook.decision_id = status.decision_id and outlook.format = $2
     where status.partner_id = any($1)`,
    [partnerIds, OUTLOOK_FORMAT, isWhole],
  );

const STATUSES = batchOf(tierStatusTable);
export const putTierStatuses = (db: Queryable, statuses: readonly TierStatusRow[]): Promise<void> =>
  db.run(
    "tier-status.put",
    `insert into partners.tier_status (${STATUSES.columns}) ${STATUSES.rows()}
     on conflict (partner_id) do update set ${STATUSES.updates}`,
    STATUSES.values(statuses),
  );

/** Partners whose decided tier has begun by the day without the others knowing, locked until the transaction ends. */
export const lockBegunStatuses = (db: Queryable, day: string, limit: number): Promise<TierStatusRow[]> =>
  db.many(
    "tier-status.lock-begun",
    rowOf(tierStatusTable),
    `select ${select(tierStatusTable)} from partners.tier_status where pending_from is not null and pending_from <= $1
     order by partner_id limit $2 for update`,
    [day, limit],
  );

const IN_FORCE = { without: ["supersededAt"] } as const;
export type TierPeriodRow = Omit<Row<typeof tierPeriodTable>, "supersededAt">;

/** The periods in force of each partner, earliest first. */
export const listTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<TierPeriodRow[]> =>
  db.many(
    "tier-status.list-periods",
    rowOf(tierPeriodTable, IN_FORCE),
    `select ${select(tierPeriodTable, IN_FORCE)} from partners.tier_period
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
