import type { Transaction } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { putLedgerPlaces, type StandingRow } from "../standing/standing.store.js";
import { Book } from "./book.js";
import { hashOf } from "./chain.js";
import { changeCredits, listCredits } from "./credit.store.js";
import type { LedgerEntry } from "./entry.js";
import { addEntries, addPostings, type ChainedEntryRow, listBalances } from "./ledger.store.js";

/**
 * Writes entries, inside a transaction that holds the standings of their partners, which say where each chain goes on.
 * Entries of one partner are chained in the order given.
 */
export async function writeEntriesIn(
  tx: Transaction,
  standings: readonly StandingRow[],
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const places = new Map(
    standings.map(({ partnerId, ledgerSequence, ledgerHash }) => [
      partnerId,
      { sequence: ledgerSequence, hash: ledgerHash },
    ]),
  );
  const chained = entries.map(writable).map(({ lines, credits, ...entry }): ChainedEntryRow => {
    const last = places.get(entry.partnerId);
    if (last === undefined) throw new Error(`An entry of partner ${entry.partnerId}, whose standing is not held`);
    const sequence = last.sequence + 1;
    const hash = hashOf({ ...entry, lines, sequence }, last.hash);
    places.set(entry.partnerId, { sequence, hash });
    return { ...entry, sequence, previousHash: last.hash, hash };
  });
  const moved = new Set(entries.map(({ partnerId }) => partnerId));
  const postings = entries.flatMap(({ lines, partnerId, transactionId, program, currency }) =>
    lines.map(({ account, fund = "", amountMinor }) => ({
      ...{ partnerId, transactionId, program, currency, account, fund, amountMinor },
    })),
  );
  const credits = entries.flatMap(({ credits: changes, partnerId, program, currency }) =>
    changes.map((change) => ({ ...change, partnerId, program, currency })),
  );
  await Promise.all([
    addEntries(tx, chained),
    postings.length > 0 ? addPostings(tx, postings) : null,
    credits.length > 0 ? changeCredits(tx, credits) : null,
    putLedgerPlaces(
      tx,
      [...places].flatMap(([partnerId, place]) => (moved.has(partnerId) ? { partnerId, ...place } : [])),
    ),
  ]);
}

/** Documents and people may write anything; what parts the columns of a batch must not be among it. */
const writable = (entry: LedgerEntry): LedgerEntry => ({
  ...entry,
  programVersion: cleaned(entry.programVersion),
  actor: entry.actor && cleaned(entry.actor),
  explanation: cleaned(entry.explanation),
});
// biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what is looked for.
const cleaned = (text: string): string => text.replace(/[\u0001\u0002]/g, " ");

/** The books of partners, by partner, program and currency. */
export interface Books {
  of(key: { readonly partnerId: string; readonly program: string; readonly currency: string }): Book;
}

/** Opens the books of partners, inside a transaction that holds their standings. */
export async function openBooksIn(tx: Transaction, partnerIds: readonly string[]): Promise<Books> {
  const [credits, balances] = await Promise.all([listCredits(tx, partnerIds), listBalances(tx, partnerIds)]);
  type Key = Parameters<Books["of"]>[0];
  const keyOf = ({ partnerId, program, currency }: Key) => `${partnerId} ${currency} ${program}`;
  const creditsOf = groupBy(credits, keyOf);
  const balanceOf = new Map(balances.map((row) => [`${keyOf(row)} ${row.account}`, row.balanceMinor]));
  const books = new Map<string, Book>();
  return {
    of(owner) {
      const key = keyOf(owner);
      const opened =
        books.get(key) ??
        new Book({
          credits: creditsOf.get(key) ?? [],
          debtMinor: -(balanceOf.get(`${key} partner:debt`) ?? 0n),
          reservedMinor: balanceOf.get(`${key} partner:reserved`) ?? 0n,
        });
      books.set(key, opened);
      return opened;
    },
  };
}
