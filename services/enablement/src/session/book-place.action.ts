import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, type OwnedId } from "@tiergraph/kit/values/ids";
import { findLearners, lockLearners } from "../learner/index.js";
import { findStandings } from "../partner/index.js";
import { type Permission, policy } from "../policy.js";
import { giveSeat, giveUp } from "./give-seats.js";
import type { SessionRow } from "./session.entity.js";
import { type SessionRefusal, sessionRefusals } from "./session.refusals.js";
import { findFirstWaiting, findPlace, lockSession, putPlaces, putSession } from "./session.store.js";
import type { PlaceRow } from "./session-place.entity.js";

export interface ChangePlace {
  readonly sessionId: string;
  readonly personId: string;
}
export type PlaceChange =
  | { readonly kind: "PlaceChanged"; readonly session: SessionRow; readonly place: PlaceRow }
  | SessionRefusal;

type Change = (
  tx: Transaction,
  given: { session: SessionRow; known: PlaceRow | null; person: OwnedId },
) => Promise<PlaceChange>;

/**
 * Holds the session, and changes a person's place in it: as the system, once the viewer may, since the one who moves up may be
 * another partner's.
 */
async function changed(
  db: Database,
  asked: ChangePlace & { viewer: Viewer; permission: Permission; isToStay?: boolean },
  change: Change,
): Promise<PlaceChange> {
  const person = decodeOwnedId(asked.personId);
  if (person === null || !policy.permitsFor(asked.viewer, asked.permission, person.partnerId))
    return sessionRefusals.PersonUnknown();
  return db.transact(systemViewer("enablement"), async (tx) => {
    const { partnerId, id: personId } = person;
    // A person who has left for another partner gets no more seats here, but may have attended past sessions.
    const find = asked.isToStay ? lockLearners : findLearners;
    if ((await find(tx, [{ partnerId, personId }])).length === 0) return sessionRefusals.PersonUnknown();
    const session = isUuid(asked.sessionId) ? await lockSession(tx, asked) : null;
    if (session === null) return sessionRefusals.SessionUnknown();
    const known = await findPlace(tx, { partnerId, sessionId: session.sessionId, personId });
    return change(tx, { session, known, person });
  });
}

/** Asks for a seat: given while there is one, else the last place in the line. Safe to repeat. */
export const bookPlace =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: ChangePlace): Promise<PlaceChange> =>
    changed(
      db,
      { ...asked, viewer, permission: "book sessions", isToStay: true },
      async (tx, { session, known, person }) => {
        const [standing] = await findStandings(tx, [person.partnerId]);
        const given = giveSeat(session, known, {
          partnerId: person.partnerId,
          personId: person.id,
          tier: standing?.tier ?? null,
          actor: viewer.subject,
          now: clock.now(),
        });
        if (given.kind !== "PlaceGiven") return given;
        if (given.place !== known) {
          await putSession(tx, given.session);
          await putPlaces(tx, [given.place]);
        }
        return { kind: "PlaceChanged", session: given.session, place: given.place };
      },
    );

/** Gives a place up; the person who has waited longest gets the seat. Safe to repeat. */
export const cancelPlace =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: ChangePlace): Promise<PlaceChange> =>
    changed(db, { ...asked, viewer, permission: "book sessions" }, async (tx, { session, known }) => {
      if (known === null) return sessionRefusals.NoPlace();
      if (known.state === "CANCELLED") return { kind: "PlaceChanged", session, place: known };
      const now = clock.now();
      if (session.endsAt <= now) return sessionRefusals.SessionOver();
      const firstWaiting = await findFirstWaiting(tx, session.sessionId);
      const after = giveUp(session, known, { firstWaiting, now });
      await putSession(tx, after.session);
      await putPlaces(tx, after.places);
      return { kind: "PlaceChanged", session: after.session, place: after.places[0] ?? known };
    });

/** Notes whether somebody who had a seat was there. */
export const recordAttendance =
  (db: Database) =>
  (viewer: Viewer, asked: ChangePlace & { readonly hasAttended: boolean }): Promise<PlaceChange> =>
    changed(db, { ...asked, viewer, permission: "record attendance" }, async (tx, { session, known }) => {
      if (known === null || known.state !== "SEATED") return sessionRefusals.NoPlace();
      const place = { ...known, hasAttended: asked.hasAttended };
      await putPlaces(tx, [place]);
      return { kind: "PlaceChanged", session, place };
    });
