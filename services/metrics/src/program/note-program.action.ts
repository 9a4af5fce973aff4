import type { Database, Queryable } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Program } from "@tiergraph/program/document/program";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { seriesOf } from "@tiergraph/program/measure/series";
import type { EventOf } from "@tiergraph/schema/events";
import { backfill } from "../measure/recount.store.js";
import { addSeries, listSeries, lockSeriesForChange } from "../measure/series.store.js";
import { addProgramVersion } from "./program.store.js";

/** Learns a new program version and sums up, over all facts, whatever its measures need and no version needed before. */
export const noteProgram =
  (db: Database) =>
  (event: EventOf<"ProgramPublished">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      await lockSeriesForChange(tx);
      await addProgramVersion(tx, {
        sequence: event.sequence,
        program: event.program,
        version: event.programVersion,
        source: event.source,
      });
      await addMissingSeries(tx, publishedProgram(event.source));
    });

/** Gives every series of a program that none needed before its column, filled from all facts. */
export async function addMissingSeries(tx: Queryable, program: Program): Promise<void> {
  const kept = await listSeries(tx);
  const keptKeys = new Set(kept.map(({ key }) => key));
  const missing = seriesOf(program).filter(({ key }) => !keptKeys.has(key));
  const slotted = missing.map((series, i) => ({ slot: kept.length + i, key: series.key, series }));
  await addSeries(tx, slotted);
  for (const backfilled of slotted)
    for (const period of ["day", "month"] as const) await backfill(tx, period, backfilled);
}
