import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { isNote, isText, isTextOf } from "@tiergraph/kit/values/text";
import { type SessionRow, sessionTable } from "./session.entity.js";
import { MAX_SEATS, type SessionRefusal, sessionRefusals } from "./session.refusals.js";
import { cancelPlaces, lockSession, putSession } from "./session.store.js";

type PlanSession = Pick<
  SessionRow,
  "kind" | "title" | "description" | "startsAt" | "endsAt" | "location" | "seats" | "tiers" | "isRequired"
>;

export type SessionPlanned = { readonly kind: "SessionChanged"; readonly session: SessionRow } | SessionRefusal;

const MAX_TEXT = 4_000;

/** Plans a session: from then on people can ask for its seats. */
export const planSession =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: PlanSession): Promise<SessionPlanned> => {
    const { title, description, startsAt, endsAt, location, seats } = asked;
    if (!isText(title)) return sessionRefusals.TextInvalid({ field: "title" });
    if (!isNote(description, MAX_TEXT)) return sessionRefusals.TextInvalid({ field: "description" });
    if (!isNote(location, MAX_TEXT)) return sessionRefusals.TextInvalid({ field: "location" });
    if (endsAt <= startsAt) return sessionRefusals.TimesInvalid();
    if (seats < 1 || seats > MAX_SEATS) return sessionRefusals.SeatsInvalid();
    const session: SessionRow = {
      ...asked,
      sessionId: newId(),
      title: title.trim(),
      recordingUrl: null,
      taken: 0,
      waiting: 0,
      arrivals: 0,
      cancelledBecause: null,
      createdAt: clock.now(),
      createdBy: viewer.subject,
    };
    await db.transact(viewer, async (tx) => tx.create(sessionTable, session));
    return { kind: "SessionChanged", session };
  };

/** Calls a session off; every place in it is given up. */
export const cancelSession =
  (db: Database) =>
  async (
    _viewer: Viewer,
    { id, reason }: { readonly id: string; readonly reason: string },
  ): Promise<SessionPlanned> => {
    if (!isTextOf(reason, MAX_TEXT)) return sessionRefusals.TextInvalid({ field: "reason" });
    return changed(db, id, (session) => ({ ...session, cancelledBecause: reason.trim(), taken: 0, waiting: 0 }));
  };

/** Says where a session can be seen afterwards. */
export const recordSession =
  (db: Database) =>
  async (_viewer: Viewer, { id, url }: { readonly id: string; readonly url: string }): Promise<SessionPlanned> => {
    if (!URL.canParse(url) || new URL(url).protocol !== "https:" || url.length > 2_000)
      return sessionRefusals.UrlInvalid();
    return changed(db, id, (session) => ({ ...session, recordingUrl: url }));
  };

/** As the system: places of every partner go with their session. */
const changed = async (
  db: Database,
  id: string,
  change: (session: SessionRow) => SessionRow,
): Promise<SessionPlanned> =>
  db.transact(systemViewer("enablement"), async (tx) => {
    const known = isUuid(id) ? await lockSession(tx, { sessionId: id }) : null;
    if (known === null) return sessionRefusals.SessionUnknown();
    const session = change(known);
    await putSession(tx, session);
    if (session.cancelledBecause !== null) await cancelPlaces(tx, id);
    return { kind: "SessionChanged", session };
  });
