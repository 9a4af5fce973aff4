import type { Database, Queryable } from "../database/database.js";
import type { Viewer } from "../identity/viewer.js";
import type { Cursors } from "../paging/cursor.js";
import type { Clock } from "../process/clock.js";

/** What the reads of one request are made of. */
export interface ReadParts {
  readonly db: Database;
  /** Reads as the viewer. */
  readonly reader: Queryable;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly clock: Clock;
}

/** What the actions of a service are made of. */
export interface ActionParts<Publish> {
  readonly db: Database;
  readonly publish: Publish;
  readonly clock: Clock;
}
