import type { Transaction } from "@tiergraph/kit/database/database";
import type { LearnerKey } from "../learner/index.js";
import { giveUp } from "./give-seats.js";
import { findFirstWaiting, findPlace, listPlacesToCome, lockSession, putPlaces, putSession } from "./session.store.js";

/**
 * A person gives up its places in all sessions that are not over; each seat goes to the person who has waited longest.
 */
export async function leaveSessions(tx: Transaction, person: LearnerKey, now: Date): Promise<void> {
  for (const { sessionId } of await listPlacesToCome(tx, person, now)) {
    const session = await lockSession(tx, { sessionId });
    const place = await findPlace(tx, { ...person, sessionId });
    if (session === null || place === null || place.state === "CANCELLED") continue;
    const firstWaiting = await findFirstWaiting(tx, sessionId);
    const after = giveUp(session, place, { firstWaiting, now });
    await putSession(tx, after.session);
    await putPlaces(tx, after.places);
  }
}
