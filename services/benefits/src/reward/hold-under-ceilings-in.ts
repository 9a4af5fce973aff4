import type { Transaction } from "@tiergraph/kit/database/database";
import { holdsRule } from "@tiergraph/program/reward";
import { putWithheld, removeWithheld, type WithheldRow } from "../ceiling/ceiling.store.js";
import { holdCeilingsIn, keepRoomIn } from "../ceiling/hold-in.js";
import { type Held, heldOn } from "../ceiling/room.js";
import type { Difference } from "./settle-rewards.js";

/**
 * What the ceilings of the program as a whole leave of what is missing: first come, first served. What they hold back is
 * kept in sight, and paid at the partner's next settlement that finds room.
 */
export async function holdUnderCeilingsIn(
  tx: Transaction,
  found: readonly Difference[],
  now: Date,
): Promise<Difference[]> {
  const heldBy = new Map(
    found.map((difference): [Difference, Held[]] => {
      const { program, on } = difference;
      const ceilings = program.ceilings.filter(
        (ceiling) => ceiling.each === "program" && holdsRule(ceiling, difference),
      );
      return [difference, ceilings.map((ceiling) => heldOn(ceiling, program, on))];
    }),
  );
  const held = [...heldBy.values()].flat();
  if (held.length === 0) return [...found];
  const room = await holdCeilingsIn(tx, held);
  const withheld: WithheldRow[] = [];
  const granted: Pick<WithheldRow, "partnerId" | "rule" | "subject">[] = [];
  const paid = found.flatMap((difference) => {
    const own = heldBy.get(difference) ?? [];
    const { partnerId, rule, subject, program, missingMinor, accrual, given } = difference;
    if (missingMinor < 0n) {
      room.take(own, missingMinor, accrual === null ? -1n : 0n);
      // Of what was too much nothing is held back; of what moves, what is due for its other day is still to come.
      if (difference.moved === undefined) granted.push({ partnerId, rule, subject });
      return [difference];
    }
    const { amountMinor, by } = room.grant(own, missingMinor, (given?.accruedMinor ?? 0n) > 0n ? 0n : 1n);
    if (by === null) granted.push({ partnerId, rule, subject });
    else
      withheld.push({
        partnerId,
        rule,
        subject,
        program: program.name,
        ceiling: by.name,
        currency: program.currency,
        amountMinor: missingMinor - amountMinor,
        notedAt: now,
      });
    if (amountMinor === 0n) return [];
    return [{ ...difference, missingMinor: amountMinor, ...(by === null ? {} : { heldBy: by }) }];
  });
  await keepRoomIn(tx, room, held, now);
  if (withheld.length > 0) await putWithheld(tx, withheld);
  if (granted.length > 0) await removeWithheld(tx, granted);
  return paid;
}
