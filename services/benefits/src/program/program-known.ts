import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { findProgramVersions } from "./program.store.js";

const PATIENCE_MS = 5_000;
const POLL_MS = 20;

/** What follows from a publication may overtake the news of it; waiting a moment beats the queue's own pause. */
export async function programKnown(
  db: Database,
  { program, programVersion }: { program: string; programVersion: string },
): Promise<void> {
  const reader = db.readAs(systemViewer("benefits"));
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const versions = await findProgramVersions(reader, [programVersion]);
    if (versions.some((row) => row.program === program) || performance.now() >= deadline) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
