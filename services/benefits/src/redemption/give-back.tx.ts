import type { Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { lockCeilings, putCeilingUse } from "../ceiling/index.js";
import type { Books, LedgerEntry } from "../ledger/index.js";
import { findProgramVersions } from "../program/index.js";
import type { RedemptionRow } from "./redemption.entity.js";
import { redemptionEntry } from "./redemption-entry.js";

/** The entry by which a sum goes back to where it was taken from; the ceilings that it filled have headroom again. */
export async function giveBack(
  tx: Transaction,
  { redemption, books, viewer, now }: { redemption: RedemptionRow; books: Books; viewer: Viewer; now: Date },
): Promise<LedgerEntry> {
  const taken = redemption.taken.map((part) => ({ ...part, amountMinor: BigInt(part.amountMinor) }));
  const movement = books.of(redemption).giveBack(taken);
  if (redemption.ceilings.length > 0) {
    const rows = await findProgramVersions(tx, [redemption.programVersion]);
    const version = rows.find(({ program }) => program === redemption.program);
    const ceilings = version?.document.ceilings ?? [];
    const uses = await lockCeilings(tx, redemption.ceilings);
    await putCeilingUse(
      tx,
      uses.map((use) => {
        const isMoney = ceilings.find(({ name }) => name === use.ceiling)?.most.unit !== "times";
        const used = use.used - (isMoney ? redemption.amountMinor : 1n);
        return { ...use, used: used < 0n ? 0n : used };
      }),
    );
  }
  return redemptionEntry("REDEMPTION_RETURNED", redemption, {
    movement,
    actor: viewer.subject,
    today: dayOf(now),
    recordedAt: now,
    newId,
  });
}
