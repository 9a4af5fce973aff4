import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { openBooksIn, writeEntriesIn } from "../ledger/write-in.js";
import type { StandingRow } from "../standing/standing.store.js";
import { type Affected, differencesIn } from "./differences-in.js";
import { holdUnderCeilingsIn } from "./hold-under-ceilings-in.js";
import { entryOf } from "./settle-rewards.js";

/** Settles what partners earn, inside a transaction that holds their standings. */
export async function settleIn(
  tx: Transaction,
  { standings, affected, now }: { standings: readonly StandingRow[]; affected: readonly Affected[]; now: Date },
): Promise<void> {
  const found = await differencesIn(tx, { standings, affected });
  if (found.length === 0) return;
  const paid = await holdUnderCeilingsIn(tx, found, now);
  if (paid.length === 0) return;
  const books = await openBooksIn(tx, [...new Set(paid.map(({ partnerId }) => partnerId))]);
  const today = dayOf(now);
  const entries = paid.map((difference) => {
    const { partnerId, program, given } = difference;
    const book = books.of({ partnerId, program: program.name, currency: given?.currency ?? program.currency });
    return entryOf(difference, { book, today, recordedAt: now, newId });
  });
  await writeEntriesIn(tx, standings, entries);
}
