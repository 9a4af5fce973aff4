import { matchesSource, termOf } from "@tiergraph/program/measure";
import { type FactMovement, factOf } from "../fact/index.js";
import { columnOf, pageOf, type RollupDelta, SLOTS_PER_PAGE, type SlottedSeries } from "../series/index.js";

/** What facts that come and go add to the sums of their partners and days. */
export function rollupDeltas(series: readonly SlottedSeries[], movements: readonly FactMovement[]): RollupDelta[] {
  const deltas = new Map<string, { partnerId: string; day: string; page: number; sums: bigint[] }>();
  for (const { fact: row, sign, on = row.occurredOn } of movements) {
    const fact = factOf(row);
    for (const { slot, series: added } of series) {
      if (!matchesSource(added.source, fact)) continue;
      const page = pageOf(slot);
      const key = `${row.partnerId} ${on} ${page}`;
      const delta = deltas.get(key) ?? {
        partnerId: row.partnerId,
        day: on,
        page,
        sums: Array(SLOTS_PER_PAGE).fill(0n),
      };
      deltas.set(key, delta);
      const column = columnOf(slot);
      delta.sums[column] = (delta.sums[column] ?? 0n) + sign * termOf(added, fact);
    }
  }
  return [...deltas.values()].filter(({ sums }) => sums.some((sum) => sum !== 0n));
}
