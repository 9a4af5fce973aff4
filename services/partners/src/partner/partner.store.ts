import { lock } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { wordsOf } from "./name-words.js";
import { partnerTable } from "./partner.entity.js";

const rowShape = rowOf(partnerTable, { only: ["partnerId"] });

export type PartnerRow = Omit<Row<typeof partnerTable>, "recordedAt">;

/** All but when it was first registered. */
export const PARTNER = { without: ["recordedAt"] } as const;

export const findPartners = (db: Queryable, partnerIds: readonly string[]): Promise<PartnerRow[]> =>
  db.many(
    "partner.find",
    rowOf(partnerTable, PARTNER),
    `select ${select(partnerTable, PARTNER)} from partners.partner where partner_id = any($1)`,
    [partnerIds],
  );

export const findPartnersByCode = (db: Queryable, codes: readonly string[]): Promise<PartnerRow[]> =>
  db.many(
    "partner.find-by-code",
    rowOf(partnerTable, PARTNER),
    `select ${select(partnerTable, PARTNER)} from partners.partner where code = any($1)`,
    [codes],
  );

/** One registration at a time, for the rest of the transaction: what is left out keeps what the one before wrote. */
export const lockRegistration = (db: Queryable): Promise<void> => lock(db, "partners.registration");

const JUDGED = { without: ["code", "name", "recordedAt"] } as const;
/** What placement reads of a partner. */
export type LockedPartner = Omit<PartnerRow, "code" | "name">;

/** One judgement of a partner at a time, for the rest of the transaction; partners in one order, so that two never wait for each other. */
export const lockPartners = (db: Queryable, partnerIds: readonly string[]): Promise<LockedPartner[]> =>
  db.many(
    "tier-status.lock-partners",
    rowOf(partnerTable, JUDGED),
    `select ${select(partnerTable, JUDGED)} from partners.partner where partner_id = any($1)
     order by partner_id for no key update`,
    [partnerIds],
  );

/** Every partner's id, in order: for placement runs. */
export const listPartnerIds = (db: Queryable): Promise<{ partnerId: string }[]> =>
  db.many(
    "partner.list-ids",
    rowShape,
    `select partner_id as "partnerId" from partners.partner order by partner_id`,
    [],
  );

/** Adds the partners whose code is new; returns the codes that were added. */
export const addPartners = (
  db: Queryable,
  partners: readonly PartnerRow[],
  recordedAt: Date,
): Promise<{ code: string }[]> =>
  db.many(
    "partner.add",
    rowOf(partnerTable, { only: ["code"] }),
    `insert into partners.partner (partner_id, code, name, region, country, tracks, joined_on, recorded_at)
     select (row ->> 'partnerId')::uuid, row ->> 'code', row ->> 'name', row ->> 'region', row ->> 'country',
       array(select jsonb_array_elements_text(row -> 'tracks')), (row ->> 'joinedOn')::date, $2
     from jsonb_array_elements($1::jsonb) as row
     on conflict (code) do nothing
     returning code`,
    [JSON.stringify(partners), recordedAt],
  );

/** Brings name, region, country and tracks of known partners up to date; returns those that differed. */
export const changePartners = (db: Queryable, partners: readonly PartnerRow[]): Promise<{ partnerId: string }[]> =>
  db.many(
    "partner.change",
    rowShape,
    `update partners.partner set name = given.name, region = given.region, country = given.country, tracks = given.tracks
     from (
       select (row ->> 'partnerId')::uuid as partner_id, row ->> 'name' as name, row ->> 'region' as region,
         row ->> 'country' as country, array(select jsonb_array_elements_text(row -> 'tracks')) as tracks
       from jsonb_array_elements($1::jsonb) as row
     ) as given
     where partner.partner_id = given.partner_id
       and (partner.name, partner.region, partner.country, partner.tracks)
         is distinct from (given.name, given.region, given.country, given.tracks)
     returning partner.partner_id as "partnerId"`,
    [JSON.stringify(partners)],
  );

/** Brings the words by which partners are found up to date. */
export const putWords = (db: Queryable, partners: readonly PartnerRow[]): Promise<void> => {
  const known = partners.map(({ partnerId, name, code }) => ({ partnerId, words: wordsOf(name, code) }));
  return db.run(
    "partner.put-words",
    `with wanted as (
       select (row ->> 'partnerId')::uuid as partner_id, word
       from jsonb_array_elements($1::jsonb) as row left join lateral jsonb_array_elements_text(row -> 'words') as word on true
     ), gone as (
       delete from partners.partner_word as known where partner_id in (select partner_id from wanted)
         and not exists (select from wanted where (wanted.partner_id, wanted.word) = (known.partner_id, known.word))
     )
     insert into partners.partner_word (partner_id, word) select partner_id, word from wanted where word is not null
     on conflict do nothing`,
    [JSON.stringify(known)],
  );
};
