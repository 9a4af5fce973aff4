import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { type SessionRow, sessionTable } from "./session.entity.js";
import { type PlaceRow, sessionPlaceTable } from "./session-place.entity.js";

const rowShape = z.object({
  partnerId: z.string(),
  state: z.enum(["SEATED", "WAITING", "CANCELLED"]),
  personId: z.string(),
  sessionId: z.string(),
  place: z.int(),
  askedAt: z.date(),
  askedBy: z.string(),
  seatedAt: z.date().nullable(),
  movedUpAt: z.date().nullable(),
  hasAttended: z.boolean().nullable(),
  startsAt: z.date(),
});

const partnerSessionRowShape = z.object({
  partnerId: z.string(),
  places: z.array(z.custom<{ readonly state: PlaceState; readonly hasAttended: boolean | null }>()),
  kind: z.enum(["BOOT_CAMP", "LAB", "TECHNICAL_SESSION", "SECURITY_REVIEW"]),
  taken: z.int(),
  tiers: z.array(z.string()),
  title: z.string(),
  sessionId: z.string(),
  description: z.string().nullable(),
  startsAt: z.date(),
  endsAt: z.date(),
  location: z.string().nullable(),
  recordingUrl: z.string().nullable(),
  seats: z.int(),
  waiting: z.int(),
  arrivals: z.int(),
  cancelledBecause: z.string().nullable(),
  createdAt: z.date(),
  createdBy: z.string(),
  isRequired: z.boolean(),
});

export type SessionKind = "BOOT_CAMP" | "LAB" | "TECHNICAL_SESSION" | "SECURITY_REVIEW";
export type PlaceState = "SEATED" | "WAITING" | "CANCELLED";

const SESSION_COLUMNS = select(sessionTable);

/** Holds a session for the rest of the transaction: its seats are given one after another. */
export const lockSession = (db: Queryable, sessionId: string): Promise<SessionRow[]> =>
  db.many(
    "session.lock",
    rowOf(sessionTable),
    `select ${SESSION_COLUMNS} from enablement.session where session_id = $1 for no key update`,
    [sessionId],
  );

export const putSession = (db: Queryable, row: SessionRow): Promise<void> =>
  db.run(
    "session.put",
    `update enablement.session set taken = $2, waiting = $3, arrivals = $4, cancelled_because = $5, recording_url = $6
     where session_id = $1`,
    [row.sessionId, row.taken, row.waiting, row.arrivals, row.cancelledBecause, row.recordingUrl],
  );

export const findSessions = (db: Queryable, sessionIds: readonly string[]): Promise<SessionRow[]> =>
  db.many(
    "session.find",
    rowOf(sessionTable),
    `select ${SESSION_COLUMNS} from enablement.session where session_id = any($1)`,
    [sessionIds],
  );

/** Sessions that end on a day or later, soonest first. */
export const listSessions = (
  db: Queryable,
  { from, after, limit }: { from: string; after: { at: string; id: string } | null; limit: number },
): Promise<SessionRow[]> =>
  db.many(
    "session.list",
    rowOf(sessionTable),
    `select ${SESSION_COLUMNS} from enablement.session
     where ends_at >= $1::date and ($2::timestamptz is null or (starts_at, session_id) > ($2::timestamptz, $3::uuid))
     order by starts_at, session_id limit $4`,
    [from, after?.at ?? null, after?.id ?? null, limit],
  );

const PLACE_COLUMNS = select(sessionPlaceTable);

export const findPlace = (
  db: Queryable,
  { partnerId, sessionId, personId }: Pick<PlaceRow, "partnerId" | "sessionId" | "personId">,
): Promise<PlaceRow | null> =>
  db.maybeOne(
    "session.find-place",
    rowOf(sessionPlaceTable),
    `select ${PLACE_COLUMNS} from enablement.session_place where partner_id = $1 and session_id = $2 and person_id = $3`,
    [partnerId, sessionId, personId],
  );

/** Who has waited longest. */
export const findFirstWaiting = (db: Queryable, sessionId: string): Promise<PlaceRow | null> =>
  db.maybeOne(
    "session.find-first-waiting",
    rowOf(sessionPlaceTable),
    `select ${PLACE_COLUMNS} from enablement.session_place
     where session_id = $1 and state = 'WAITING' order by place limit 1`,
    [sessionId],
  );

export const putPlace = (db: Queryable, row: PlaceRow): Promise<void> =>
  db.run(
    "session.put-place",
    `insert into enablement.session_place (partner_id, session_id, person_id, place, state, asked_at, asked_by, seated_at,
       moved_up_at, has_attended)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (partner_id, session_id, person_id) do update set place = excluded.place, state = excluded.state,
       asked_at = excluded.asked_at, asked_by = excluded.asked_by, seated_at = excluded.seated_at,
       moved_up_at = excluded.moved_up_at, has_attended = excluded.has_attended`,
    [
      row.partnerId,
      row.sessionId,
      row.personId,
      row.place,
      row.state,
      row.askedAt,
      row.askedBy,
      row.seatedAt,
      row.movedUpAt,
      row.hasAttended,
    ],
  );

export const cancelPlaces = (db: Queryable, sessionId: string): Promise<void> =>
  db.run(
    "session.cancel-places",
    "update enablement.session_place set state = 'CANCELLED' where session_id = $1 and state <> 'CANCELLED'",
    [sessionId],
  );

/** Places of sessions, in order of arrival, of some partners or of all for null; at most so many a session. */
export const listPlacesOfSessions = (
  db: Queryable,
  sessionIds: readonly string[],
  { partnerIds, limit }: { partnerIds: readonly string[] | null; limit: number },
): Promise<PlaceRow[]> =>
  db.many(
    "session.list-places-of-sessions",
    rowOf(sessionPlaceTable),
    `select place.* from unnest($1::uuid[]) as asked (asked_session)
     cross join lateral (
       select ${PLACE_COLUMNS} from enablement.session_place
       where session_id = asked_session and state <> 'CANCELLED' and ($2::uuid[] is null or partner_id = any($2))
       order by place limit $3
     ) as place`,
    [sessionIds, partnerIds, limit],
  );

/** A partner's places, the latest session first. */
export const listPlacesOfPartner = (
  db: Queryable,
  {
    partnerId,
    before,
    limit,
  }: { partnerId: string; before: { at: string; sessionId: string; personId: string } | null; limit: number },
): Promise<(PlaceRow & { startsAt: Date })[]> =>
  db.many(
    "session.list-places-of-partner",
    rowShape,
    `select ${PLACE_COLUMNS}, starts_at as "startsAt"
     from enablement.session_place join enablement.session using (session_id)
     where partner_id = $1
       and ($2::timestamptz is null or (starts_at, session_id, person_id) < ($2::timestamptz, $3::uuid, $4::uuid))
     order by starts_at desc, session_id desc, person_id desc limit $5`,
    [partnerId, before?.at ?? null, before?.sessionId ?? null, before?.personId ?? null, limit],
  );

/** What a partner has to be at, or has places in: with its places, the latest first. */
export interface PartnerSessionRow extends SessionRow {
  readonly partnerId: string;
  readonly places: readonly { readonly state: PlaceState; readonly hasAttended: boolean | null }[];
}

/** Required sessions that partners are invited to by their tier, or were at, from a moment on; the latest first, at most `limit` a partner. */
export const listObligations = (
  db: Queryable,
  partnerIds: readonly string[],
  { from, limit }: { from: Date; limit: number },
): Promise<PartnerSessionRow[]> =>
  db.many(
    "session.list-obligations",
    partnerSessionRowShape,
    `select obliged.* from unnest($1::uuid[]) as asked (asked_partner)
     cross join lateral (
       select asked_partner as "partnerId", ${SESSION_COLUMNS}, coalesce(placed.places, '[]') as places
       from enablement.session
       cross join lateral (
         select jsonb_agg(jsonb_build_object('state', state, 'hasAttended', has_attended)) as places
         from enablement.session_place
         where session_place.session_id = session.session_id and session_place.partner_id = asked_partner
           and state <> 'CANCELLED'
       ) as placed
       where is_required and cancelled_because is null and ends_at >= $2
         and (placed.places is not null or tiers = '{}' or exists (
           select from enablement.partner where partner_id = asked_partner and tier = any(tiers)))
       order by starts_at desc, session_id desc limit $3
     ) as obliged`,
    [partnerIds, from, limit],
  );

/** Sessions that a partner's people have places in, or that it has to be at, from a moment on; soonest first. */
export const listCalendar = (
  db: Queryable,
  partnerId: string,
  { from, limit }: { from: Date; limit: number },
): Promise<SessionRow[]> =>
  db.many(
    "session.list-calendar",
    rowOf(sessionTable),
    `select ${SESSION_COLUMNS} from enablement.session
     where ends_at >= $2 and (
       exists (select from enablement.session_place where session_place.session_id = session.session_id
         and partner_id = $1 and (state <> 'CANCELLED' or cancelled_because is not null))
       or (is_required and (tiers = '{}' or exists (
         select from enablement.partner where partner_id = $1 and tier = any(tiers)))))
     order by starts_at, session_id limit $3`,
    [partnerId, from, limit],
  );

/** The sessions that are not over in which a person has a place, in one order, so that two who leave never wait for each other. */
export const listPlacesToCome = (
  db: Queryable,
  { partnerId, personId }: Pick<PlaceRow, "partnerId" | "personId">,
  now: Date,
): Promise<{ sessionId: string }[]> =>
  db.many(
    "session.list-places-to-come",
    z.object({ sessionId: z.string() }),
    `select session_id as "sessionId" from enablement.session_place join enablement.session using (session_id)
     where partner_id = $1 and person_id = $2 and state <> 'CANCELLED' and ends_at > $3 order by session_id`,
    [partnerId, personId, now],
  );
