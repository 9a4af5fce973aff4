import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { appendEntries, openBooks } from "../ledger/index.js";
import type { PartnerMirrorRow } from "../partner-mirror/index.js";
import { holdUnderCeilings } from "./hold-under-ceilings.tx.js";
import { type Affected, rewardDifferences } from "./reward-differences.reads.js";
import { entryOf } from "./settle-rewards.js";

/** Settles what partners earn, inside a transaction that holds their mirrors. */
export async function settlePartners(
  tx: Transaction,
  { mirrors, affected, now }: { mirrors: readonly PartnerMirrorRow[]; affected: readonly Affected[]; now: Date },
): Promise<void> {
  const found = await rewardDifferences(tx, { mirrors, affected });
  if (found.length === 0) return;
  const paid = await holdUnderCeilings(tx, found, now);
  if (paid.length === 0) return;
  const books = await openBooks(tx, [...new Set(paid.map(({ partnerId }) => partnerId))]);
  const today = dayOf(now);
  const entries = paid.map((difference) => {
    const { partnerId, program, given } = difference;
    const book = books.of({ partnerId, program: program.name, currency: given?.currency ?? program.currency });
    return entryOf(difference, { book, today, recordedAt: now, newId });
  });
  await appendEntries(tx, mirrors, entries);
}
