import type { Database, Queryable } from "../database/database.js";
import type { Viewer } from "../identity/viewer.js";
import type { Cursors } from "../paging/cursor.js";
import { type Clock, dayOf } from "../process/clock.js";
import type { RequestIdentity } from "./service.js";

/** What the reads of one request are made of. */
export interface ReadParts {
  /** For what is read as somebody else, or in one snapshot. */
  readonly db: Pick<Database, "readAs" | "transact">;
  /** Reads as the viewer. */
  readonly reader: Queryable;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  /** The language of sentences in the answer, as BCP 47 names it. */
  readonly language: string;
  /** When the request is answered. */
  readonly now: Date;
  /** The day of it, UTC. */
  readonly today: string;
}

/**
 * The reads of one request: as its viewer, in its language, and all of them at one moment.
 *
 * @param onRead called with each statement of theirs
 */
export function readPartsFor(
  { viewer, language }: Pick<RequestIdentity, "viewer" | "language">,
  { db, cursors, clock, onRead }: { db: Database; cursors: Cursors; clock: Clock; onRead: () => void },
): ReadParts {
  const now = clock.now();
  const reading: ReadParts["db"] = {
    readAs: (someone) => db.readAs(someone, onRead),
    transact(someone, action) {
      onRead();
      return db.transact(someone, action);
    },
  };
  return { db: reading, reader: reading.readAs(viewer), viewer, cursors, language, now, today: dayOf(now) };
}

/** What the actions of a service are made of. */
export interface ActionParts<Publish> {
  readonly db: Database;
  readonly publish: Publish;
  readonly clock: Clock;
}
