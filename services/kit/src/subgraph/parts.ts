import type { Database, Queryable } from "../database/database.js";
import type { Viewer } from "../identity/viewer.js";
import type { Cursors } from "../paging/cursor.js";
import { type Clock, dayOf } from "../process/clock.js";

/** What the reads of one request are made of. */
export interface ReadParts {
  readonly db: Database;
  /** Reads as the viewer. */
  readonly reader: Queryable;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  /** When the request is answered. */
  readonly now: Date;
  /** The day of it, UTC. */
  readonly today: string;
}

/** The reads of one request: as its viewer, and all of them at one moment. */
export function readPartsFor(
  viewer: Viewer,
  { db, cursors, clock }: { db: Database; cursors: Cursors; clock: Clock },
): ReadParts {
  const now = clock.now();
  return { db, reader: db.readAs(viewer), viewer, cursors, now, today: dayOf(now) };
}

/** What the actions of a service are made of. */
export interface ActionParts<Publish> {
  readonly db: Database;
  readonly publish: Publish;
  readonly clock: Clock;
}
