import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listByIds } from "@tiergraph/kit/database/table-reads";
import { putAll, updateBy } from "@tiergraph/kit/database/table-writes";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import type { ObligedPlace } from "./obligation.js";
import { type SessionRow, sessionTable } from "./session.entity.js";
import { type PlaceRow, sessionPlaceTable } from "./session-place.entity.js";

const SESSION_COLUMNS = select(sessionTable);

/** Holds a session for the rest of the transaction: its seats are given one after another. */
export const lockSession = findBy("session.lock", sessionTable, ["sessionId"], { lock: "no key" });

export const putSession = updateBy("session.put", sessionTable, {
  by: ["sessionId"],
  set: ["taken", "waiting", "arrivals", "cancelledBecause", "recordingUrl"],
});

export const findSessions = listByIds("session.find", sessionTable, "sessionId");

/** Sessions that end on a day or later, soonest first. */
export const sessionList = listing("session.list", {
  shape: rowOf(sessionTable),
  select: SESSION_COLUMNS,
  from: "enablement.session",
  where: ["ends_at >= $1::date"],
  values: (from: string) => [from],
  orderBy: by(sessionTable, ["startsAt", "sessionId"]),
});

const PLACE_COLUMNS = select(sessionPlaceTable);

export const findPlace = findBy("session.find-place", sessionPlaceTable, ["partnerId", "sessionId", "personId"]);

/** The person who has waited longest. */
export const findFirstWaiting = (db: Queryable, sessionId: string): Promise<PlaceRow | null> =>
  db.maybeOne(
    "session.find-first-waiting",
    rowOf(sessionPlaceTable),
    `select ${PLACE_COLUMNS} from enablement.session_place
     where session_id = $1 and state = 'WAITING' order by place limit 1`,
    [sessionId],
  );

export const putPlaces = putAll("session.put-place", sessionPlaceTable);

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

const sessionStart = partOf(sessionTable, { only: ["startsAt"] });
const placeOfPartnerShape = both(rowOf(sessionPlaceTable), rowOf(sessionStart));

/** A partner's places, the latest session first. */
export const placesOfPartnerList = listing("session.list-places-of-partner", {
  shape: placeOfPartnerShape,
  select: `${PLACE_COLUMNS}, starts_at as "startsAt"`,
  from: "enablement.session_place join enablement.session using (session_id)",
  where: ["partner_id = $1"],
  values: (partnerId: string) => [partnerId],
  orderBy: [...by(sessionStart, ["startsAt desc"]), ...by(sessionPlaceTable, ["sessionId desc", "personId desc"])],
});

/** What a partner has to be at, or has places in. */
const partnerSessionShape = both(
  rowOf(sessionTable),
  z.object({ partnerId: z.string(), places: z.array(z.custom<ObligedPlace>()) }),
);

/** Required sessions that partners are invited to by their tier, or were at, from a moment on; the latest first, at most `limit` a partner. */
export const listObligations = (
  db: Queryable,
  partnerIds: readonly string[],
  { from, limit }: { from: Date; limit: number },
): Promise<RowIn<typeof partnerSessionShape>[]> =>
  db.many(
    "session.list-obligations",
    partnerSessionShape,
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
