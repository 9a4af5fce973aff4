import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { startPlacement } from "../placement-run/index.js";
import { addProgramStart, type ProgramVersionRow } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";

/** Puts a published version in force inside a transaction, publishes that, and starts to place every partner by it. */
export async function startProgram(
  tx: Transaction,
  publish: PartnersPublisher,
  version: Pick<ProgramVersionRow, "sequence" | "program" | "version" | "source" | "effectiveOn">,
  startedAt: Date,
): Promise<void> {
  const start = await addProgramStart(tx, { sequence: version.sequence, startedAt });
  if (start === null) throw new Error(`Version ${version.version} of ${version.program} did not start`);
  await publish(tx, "ProgramPublished", {
    program: version.program,
    programVersion: version.version,
    sequence: start.startSequence,
    source: version.source,
    effectiveOn: version.effectiveOn,
  });
  await startPlacement(tx, publish, { reason: "PROGRAM_PUBLISHED", asOf: dayOf(startedAt), startedAt, version });
}
