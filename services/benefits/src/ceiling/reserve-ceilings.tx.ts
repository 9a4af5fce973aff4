import type { Transaction } from "@tiergraph/kit/database/database";
import { addCeilings, lockCeilings, putCeilingUse } from "./ceiling.store.js";
import { Headroom, type Held, textOf } from "./headroom.js";

/** Holds ceilings for the rest of the transaction: other transactions that pay under them wait. */
export async function reserveCeilings(tx: Transaction, held: readonly Held[]): Promise<Headroom> {
  const distinct = [...new Map(held.map((one) => [textOf(one.key), one])).values()];
  if (distinct.length === 0) return new Headroom([]);
  await addCeilings(
    tx,
    distinct.map(({ key, most, ceiling }) => ({ ...key, most, isHard: ceiling.beyond !== "alert" })),
  );
  return new Headroom(
    await lockCeilings(
      tx,
      distinct.map(({ key }) => key),
    ),
  );
}

/** Writes what was filled of them. */
export async function saveReservations(
  tx: Transaction,
  headroom: Headroom,
  held: readonly Held[],
  now: Date,
): Promise<void> {
  const moved = headroom.moved(held, now);
  if (moved.length > 0) await putCeilingUse(tx, moved);
}
