import type { Database, Queryable } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import type { BadgeSigner } from "./badge/open-badge.js";
import type { LearnerKey } from "./learner/learner.store.js";
import type { ProgramReader } from "./program/program.reads.js";

/** What the loaders of one request have in common. */
export interface Loading {
  readonly db: Database;
  readonly viewer: Viewer;
  /** As the viewer. */
  readonly reader: Queryable;
  readonly cursors: Cursors;
  /** When the request is answered. */
  readonly now: Date;
  /** The day of it, UTC. */
  readonly today: string;
  readonly signer: BadgeSigner;
  readonly program: ProgramReader;
  /** Whether the viewer may read the training of a partner; false for what is no partner's id. */
  mayRead(partnerId: string): boolean;
  /** Whose public id it is; nobody's where the viewer may not read the person. */
  readablePerson(id: string): LearnerKey[];
}
