import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { partnerMirrorTable } from "./partner-mirror.entity.js";
import { tierPeriodTable } from "./tier-period.entity.js";

const partnerMirrorShape = rowOf(partnerMirrorTable, { without: ["profileAt"] });

const rowShape = rowOf(partnerMirrorTable, { only: ["partnerId"] });

/** What is known of a partner, and the lock under which its rewards and entitlements are settled. */
export type PartnerMirrorRow = RowIn<typeof partnerMirrorShape>;

/** Holds partners for settlement, for the rest of the transaction; in one order, so that two settlements never wait for each other. */
export const lockPartnerMirrors = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerMirrorRow[]> =>
  db.many(
    "standing.lock",
    partnerMirrorShape,
    `select partner_id as "partnerId", period_sequence as "periodSequence", ledger_sequence as "ledgerSequence",
       ledger_hash as "ledgerHash", tracks, region, country
     from benefits.standing where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );

/** The same, for who only reads. */
export const listPartnerMirrors = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerMirrorRow[]> =>
  db.many(
    "standing.list",
    partnerMirrorShape,
    `select partner_id as "partnerId", period_sequence as "periodSequence", ledger_sequence as "ledgerSequence",
       ledger_hash as "ledgerHash", tracks, region, country
     from benefits.standing where partner_id = any($1) order by partner_id`,
    [partnerIds],
  );

/** Where each partner's chain of entries goes on. */
export const putLedgerPlaces = (
  db: Queryable,
  places: readonly { partnerId: string; sequence: number; hash: string }[],
): Promise<void> =>
  db.run(
    "standing.put-ledger-places",
    `update benefits.standing set ledger_sequence = given.sequence, ledger_hash = given.hash
     from unnest($1::uuid[], $2::integer[], $3::text[]) as given (partner_id, sequence, hash)
     where standing.partner_id = given.partner_id`,
    [places.map(({ partnerId }) => partnerId), places.map(({ sequence }) => sequence), places.map(({ hash }) => hash)],
  );

/** Keeps what partners told of themselves: rules may pay some tracks and regions only. Answers with those that were news. */
export const putProfiles = (
  db: Queryable,
  profiles: readonly {
    partnerId: string;
    tracks: readonly string[];
    region: string | null;
    country?: string | null | undefined;
  }[],
  toldAt: Date,
): Promise<{ partnerId: string }[]> =>
  db.many(
    "standing.put-profiles",
    rowShape,
    `insert into benefits.standing as known (partner_id, tracks, region, country, profile_at)
     select "partnerId", tracks, region, country, $2 from jsonb_to_recordset($1::jsonb)
       as given ("partnerId" uuid, tracks text[], region text, country text) order by 1
     on conflict (partner_id) do update set tracks = excluded.tracks, region = excluded.region, country = excluded.country,
       profile_at = excluded.profile_at
       where known.profile_at <= excluded.profile_at
     returning partner_id as "partnerId"`,
    [JSON.stringify(profiles.map(({ country, ...profile }) => ({ ...profile, country: country ?? null }))), toldAt],
  );

/** Makes sure that each partner has a row to lock. */
export const addPartnerMirrors = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run(
    "standing.add",
    `insert into benefits.standing (partner_id) select id from unnest($1::uuid[]) as id order by id
     on conflict (partner_id) do nothing`,
    [partnerIds],
  );

export const listMirroredPartnerIds = (db: Queryable): Promise<{ partnerId: string }[]> =>
  db.many(
    "standing.list-ids",
    rowShape,
    `select partner_id as "partnerId" from benefits.standing order by partner_id`,
    [],
  );

export const putPeriodSequences = (
  db: Queryable,
  mirrors: readonly { partnerId: string; sequence: number }[],
): Promise<void> =>
  db.run(
    "standing.put-period-sequences",
    `update benefits.standing set period_sequence = given.sequence
     from unnest($1::uuid[], $2::integer[]) as given (partner_id, sequence)
     where standing.partner_id = given.partner_id`,
    [mirrors.map(({ partnerId }) => partnerId), mirrors.map(({ sequence }) => sequence)],
  );

/** From which day on a partner holds a tier; until its next period begins. */
export interface TierPeriodRow {
  readonly partnerId: string;
  readonly fromOn: string;
  readonly tier: string;
  readonly decisionId: string;
}

export const listTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<TierPeriodRow[]> =>
  db.many(
    "standing.list-tier-periods",
    rowOf(tierPeriodTable),
    `select partner_id as "partnerId", from_on as "fromOn", tier, decision_id as "decisionId" from benefits.tier_period
     where partner_id = any($1) order by partner_id, from_on`,
    [partnerIds],
  );

export const removeTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run("standing.remove-tier-periods", "delete from benefits.tier_period where partner_id = any($1)", [partnerIds]);

export const addTierPeriods = (db: Queryable, periods: readonly TierPeriodRow[]): Promise<void> =>
  db.run(
    "standing.add-tier-periods",
    `insert into benefits.tier_period (partner_id, from_on, tier, decision_id)
     select * from unnest($1::uuid[], $2::date[], $3::text[], $4::uuid[])`,
    [
      periods.map(({ partnerId }) => partnerId),
      periods.map(({ fromOn }) => fromOn),
      periods.map(({ tier }) => tier),
      periods.map(({ decisionId }) => decisionId),
    ],
  );
