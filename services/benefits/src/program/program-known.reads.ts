import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { waitUntil } from "@tiergraph/kit/process/wait-until";
import { findProgramVersions } from "./program.store.js";

const PATIENCE = { withinMs: 5_000, everyMs: 20 };

/**
 * What follows from a publication may overtake the news of it; waiting a moment beats the queue's own pause.
 *
 * @throws Error when the version stays unknown: the job comes again
 */
export async function programKnown(
  db: Database,
  { program, programVersion }: { program: string; programVersion: string },
): Promise<void> {
  const reader = db.readAs(systemViewer("benefits"));
  const isKnown = async () =>
    (await findProgramVersions(reader, [programVersion])).some((row) => row.program === program);
  if (!(await waitUntil(isKnown, PATIENCE)))
    throw new Error(`Version ${programVersion} of ${program} is not known yet`);
}
