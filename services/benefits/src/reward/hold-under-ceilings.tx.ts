import type { Transaction } from "@tiergraph/kit/database/database";
import { holdsRule } from "@tiergraph/program/reward";
import {
  type Held,
  heldOn,
  putWithheld,
  removeWithheld,
  reserveCeilings,
  saveReservations,
  type WithheldRow,
} from "../ceiling/index.js";
import type { Difference } from "./settle-rewards.js";

/**
 * What the ceilings of the program as a whole leave of what is missing: first come, first served. What they hold back is
 * kept in sight, and paid at the partner's next settlement that finds headroom.
 */
export async function holdUnderCeilings(
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
  const headroom = await reserveCeilings(tx, held);
  const withheld: WithheldRow[] = [];
  const granted: Pick<WithheldRow, "partnerId" | "rule" | "subject">[] = [];
  const paid = found.flatMap((difference) => {
    const own = heldBy.get(difference) ?? [];
    const { partnerId, rule, subject, program, missingMinor, accrual, given } = difference;
    if (missingMinor < 0n) {
      headroom.take(own, missingMinor, accrual === null ? -1n : 0n);
      // Of what was too much nothing is held back; of what moves, what is due for its other day is still to come.
      if (difference.moved === undefined) granted.push({ partnerId, rule, subject });
      return [difference];
    }
    const { amountMinor, by } = headroom.grant(own, missingMinor, (given?.accruedMinor ?? 0n) > 0n ? 0n : 1n);
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
  await saveReservations(tx, headroom, held, now);
  if (withheld.length > 0) await putWithheld(tx, withheld);
  if (granted.length > 0) await removeWithheld(tx, granted);
  return paid;
}
