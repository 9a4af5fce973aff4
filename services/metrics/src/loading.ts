import type { Database, Queryable } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { Measure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import type { ProgramLoaders } from "./program/program.reads.js";

/** What the loaders of one request have in common. */
export interface Loading {
  readonly db: Database;
  readonly viewer: Viewer;
  /** As the viewer. */
  readonly reader: Queryable;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly programs: ProgramLoaders;
  /** The measures of a version that the viewer sees. */
  readableIn(program: Program): Promise<readonly Measure[]>;
  /** Whether the viewer may read what the partner measures; false for what is no partner's id. */
  mayRead(partnerId: string): boolean;
}
