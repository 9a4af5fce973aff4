import { knownCalendarDate } from "@tiergraph/program/exact";
import { type Fact, matchesSource, type Series, termOf } from "@tiergraph/program/measure";
import type { FactRow } from "../fact/fact.store.js";
import type { RollupDelta } from "./series.store.js";
import { columnOf, pageOf, SLOTS_PER_PAGE } from "./slot.js";

export interface SlottedSeries {
  readonly slot: number;
  readonly series: Series;
}

export interface FactMovement {
  readonly fact: FactRow;
  /** A retired fact is taken off again. */
  readonly sign: 1n | -1n;
  /** Where it is not the fact's own day: a fact of a closed period is taken off on a later one. */
  readonly on?: string;
}

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

/** A stored fact as the engine reads it. */
export const factOf = (row: FactRow): Fact => ({
  // What stands in place of a reversed fact has its id, and both are to count.
  id: row.reversedOn === null ? row.factId : `${row.factId}/${row.revision}`,
  kind: row.kind,
  on: knownCalendarDate(row.occurredOn),
  until: row.untilOn === null ? null : knownCalendarDate(row.untilOn),
  amountMinor: row.amountMinor,
  quantity: row.quantity,
  customer: row.customer,
  person: row.personId,
  product: row.product,
  attributes: row.attributes,
  ...(row.origin?.happenedOn == null ? {} : { happenedOn: knownCalendarDate(row.origin.happenedOn) }),
  reversedOn: row.reversedOn === null ? null : knownCalendarDate(row.reversedOn),
});
