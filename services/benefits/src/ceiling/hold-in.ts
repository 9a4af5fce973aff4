import type { Transaction } from "@tiergraph/kit/database/database";
import { addCeilings, lockCeilings, putCeilingUse } from "./ceiling.store.js";
import { type Held, Room, textOf } from "./room.js";

/** Holds ceilings for the rest of the transaction: whoever else pays under them waits. */
export async function holdCeilingsIn(tx: Transaction, held: readonly Held[]): Promise<Room> {
  const distinct = [...new Map(held.map((one) => [textOf(one.key), one])).values()];
  if (distinct.length === 0) return new Room([]);
  await addCeilings(
    tx,
    distinct.map(({ key, most, ceiling }) => ({ ...key, most, isHard: ceiling.beyond !== "alert" })),
  );
  return new Room(
    await lockCeilings(
      tx,
      distinct.map(({ key }) => key),
    ),
  );
}

/** Writes what was filled of them. */
export async function keepRoomIn(tx: Transaction, room: Room, held: readonly Held[], now: Date): Promise<void> {
  const moved = room.moved(held, now);
  if (moved.length > 0) await putCeilingUse(tx, moved);
}
