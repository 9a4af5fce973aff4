import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { policy } from "../policy.js";
import { asCalendar } from "./icalendar.js";
import { obligationState } from "./obligation.js";
import type { SessionRow } from "./session.entity.js";
import {
  findSessions,
  listObligations,
  listPlacesOfSessions,
  placesOfPartnerList,
  sessionList,
} from "./session.store.js";
import { placeOf, sessionOf } from "./session-node.js";

const MAX_PLACES = 500;
const MAX_OBLIGATIONS = 100;
const YEAR_MS = 366 * 86_400_000;

/** How resolvers read sessions: everyone sees which there are, and places by the viewer's own scope. */
export function sessionReads({ viewer, reader, cursors, today, now }: ReadParts) {
  // Named here, too: row-level security is the second guard, and not the only one.
  const readable =
    viewer.partnerIds === "all"
      ? null
      : viewer.partnerIds.filter((partnerId) => policy.permitsFor(viewer, "read training", partnerId));
  const text = (key: string) => key;
  const sessions = loaderOfOne(
    (ids: readonly string[]) => findSessions(reader, ids),
    ({ sessionId }) => sessionId,
    text,
  );
  const places = loaderOfMany(
    (ids: readonly string[]) => listPlacesOfSessions(reader, ids, { partnerIds: readable, limit: MAX_PLACES }),
    ({ sessionId }) => sessionId,
    text,
  );
  const obligations = loaderOfMany(
    (partnerIds: readonly string[]) =>
      listObligations(
        reader,
        partnerIds.filter((partnerId) => policy.permitsFor(viewer, "read training", partnerId)),
        { from: new Date(now.getTime() - YEAR_MS), limit: MAX_OBLIGATIONS },
      ),
    ({ partnerId }) => partnerId,
    text,
  );
  return {
    sessionObligations: async (partnerId: string) =>
      (await obligations.load(partnerId)).map((row) => ({
        session: sessionOf(row),
        state: obligationState(row, now),
      })),
    session: async (id: string) => {
      const row = await sessions.load(id);
      return row === null ? null : sessionOf(row);
    },
    places: async (sessionId: string) => (await places.load(sessionId)).map(placeOf),
    calendar: (rows: readonly SessionRow[]) => asCalendar(rows, new Date(`${today}T00:00:00Z`)),
    sessions: (from: string | null, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `sessions:${from ?? "today"}`,
        request,
        rows: sessionList.of(reader, from ?? today),
        nodeOf: sessionOf,
      }),
    sessionPlaces: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `session-places:${partnerId}`,
        request,
        rows: placesOfPartnerList.of(reader, partnerId),
        nodeOf: placeOf,
      }),
  };
}
export type SessionReads = ReturnType<typeof sessionReads>;
