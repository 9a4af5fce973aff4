import type { Queryable } from "@tiergraph/kit/database/database";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addAll, updateAllBy } from "@tiergraph/kit/database/table-writes";
import { partnerMirrorTable } from "./partner-mirror.entity.js";
import { tierPeriodTable } from "./tier-period.entity.js";

const rowShape = rowOf(partnerMirrorTable, { only: ["partnerId"] });

const KNOWN = { without: ["profileAt"] } as const;
/** What is known of a partner, and the lock under which its rewards and entitlements are settled. */
export type PartnerMirrorRow = Omit<Row<typeof partnerMirrorTable>, "profileAt">;

/** Holds partners for settlement, for the rest of the transaction; in one order, so that two settlements never wait for each other. */
export const lockPartnerMirrors = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerMirrorRow[]> =>
  db.many(
    "standing.lock",
    rowOf(partnerMirrorTable, KNOWN),
    `select ${select(partnerMirrorTable, KNOWN)} from benefits.standing
     where partner_id = any($1) order by partner_id for no key update`,
    [partnerIds],
  );

/** The same, for who only reads. */
export const listPartnerMirrors = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerMirrorRow[]> =>
  db.many(
    "standing.list",
    rowOf(partnerMirrorTable, KNOWN),
    `select ${select(partnerMirrorTable, KNOWN)} from benefits.standing
     where partner_id = any($1) order by partner_id`,
    [partnerIds],
  );

/** Where each partner's chain of entries goes on. */
export const putLedgerPlaces = updateAllBy("standing.put-ledger-places", partnerMirrorTable, {
  by: ["partnerId"],
  set: ["ledgerSequence", "ledgerHash"],
});

/**
 * Keeps the partners' profiles: rules may pay some tracks and regions only. Returns those that were newer than known.
 */
export const putProfiles = (
  db: Queryable,
  profiles: readonly {
    partnerId: string;
    tracks: readonly string[];
    region: string | null;
    country?: string | null | undefined;
  }[],
  publishedAt: Date,
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
    [
      JSON.stringify(profiles.map(({ country, ...profile }) => ({ ...profile, country: country ?? null }))),
      publishedAt,
    ],
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

export const putPeriodSequences = updateAllBy("standing.put-period-sequences", partnerMirrorTable, {
  by: ["partnerId"],
  set: ["periodSequence"],
});

export const listTierPeriods = listByIds("standing.list-tier-periods", tierPeriodTable, "partnerId", {
  orderBy: ["partnerId", "fromOn"],
});

export const removeTierPeriods = (db: Queryable, partnerIds: readonly string[]): Promise<void> =>
  db.run("standing.remove-tier-periods", "delete from benefits.tier_period where partner_id = any($1)", [partnerIds]);

export const addTierPeriods = addAll("standing.add-tier-periods", tierPeriodTable);
