import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { newId } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { listTierPeriods, tierOn } from "../partner-mirror/index.js";
import type { Books } from "./append-entries.tx.js";
import type { LedgerEntry } from "./entry.js";
import { matureCredits } from "./mature-credits.js";

/** The entries that bring partners' books up to today, by the terms of the version in force; the caller writes them. */
export async function creditsDue(
  tx: Transaction,
  { books, partnerIds, program, now }: { books: Books; partnerIds: readonly string[]; program: Program; now: Date },
): Promise<LedgerEntry[]> {
  const periods = groupBy(await listTierPeriods(tx, partnerIds), ({ partnerId }) => partnerId);
  const today = dayOf(now);
  return books.opened(partnerIds).flatMap(({ key, book }) =>
    matureCredits(book, {
      ...key,
      programVersion: program.version,
      terms: program.ledger,
      tier: tierOn(periods.get(key.partnerId) ?? [], today),
      today,
      recordedAt: now,
      newId,
    }),
  );
}
