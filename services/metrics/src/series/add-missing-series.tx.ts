import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { seriesOf } from "@tiergraph/program/measure";
import { backfill } from "./recount.store.js";
import { addSeries, listSeries } from "./series.store.js";

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
