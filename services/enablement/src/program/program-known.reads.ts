import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { waitUntil } from "@tiergraph/kit/process/wait-until";
import { findProgramVersion, type ProgramVersion } from "./program.store.js";

const PATIENCE = { withinMs: 5_000, everyMs: 20 };

/**
 * A version that news are by. They may overtake the news of it; waiting a moment beats the queue's own pause.
 *
 * @throws Error when the version stays unknown: the job comes again
 */
export async function programKnown(
  db: Database,
  { program, programVersion: version }: { program: string; programVersion: string },
): Promise<ProgramVersion> {
  const reader = db.readAs(systemViewer("enablement"));
  let known: ProgramVersion | undefined;
  await waitUntil(async () => {
    [known] = await findProgramVersion(reader, { program, version });
    return known !== undefined;
  }, PATIENCE);
  if (known === undefined) throw new Error(`Version ${version} of ${program} is not known yet`);
  return known;
}
