import type { Transaction } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { type PartnerMirrorRow, putLedgerPlaces } from "../partner-mirror/index.js";
import { Book } from "./book.js";
import { hashOf } from "./chain.js";
import { changeCredits, listCredits } from "./credit.store.js";
import type { LedgerEntry } from "./entry.js";
import { addEntries, addPostings, listBalances } from "./ledger.store.js";
import type { ChainedEntryRow } from "./ledger-transaction.entity.js";

/**
 * Writes entries, inside a transaction that holds the mirrors of their partners, which say where each chain goes on.
 * Entries of one partner are chained in the order given.
 */
export async function appendEntries(
  tx: Transaction,
  mirrors: readonly PartnerMirrorRow[],
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const places = new Map(
    mirrors.map(({ partnerId, ledgerSequence, ledgerHash }) => [
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
    return Object.assign({}, entry, { sequence, previousHash: last.hash, hash });
  });
  const moved = new Set(entries.map(({ partnerId }) => partnerId));
  const postings = entries.flatMap(({ lines, partnerId, transactionId, program, currency }) =>
    lines.map((line) => ({ fund: "", ...line, partnerId, transactionId, program, currency })),
  );
  const credits = entries.flatMap(({ credits: changes, partnerId, program, currency }) =>
    changes.map((change) => ({ partnerId, program, currency, ...change })),
  );
  await Promise.all([
    addEntries(tx, chained),
    postings.length > 0 ? addPostings(tx, postings) : null,
    credits.length > 0 ? changeCredits(tx, credits) : null,
    putLedgerPlaces(
      tx,
      [...places].flatMap(([partnerId, { sequence, hash }]) =>
        moved.has(partnerId) ? { partnerId, ledgerSequence: sequence, ledgerHash: hash } : [],
      ),
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

/** Whose book it is. */
interface BookKey {
  readonly partnerId: string;
  readonly program: string;
  readonly currency: string;
}

/** The books of partners, by partner, program and currency. */
export interface Books {
  /** An empty one where nothing stands yet. */
  of(key: BookKey): Book;
  /** Those of partners in which anything stands. */
  opened(partnerIds: readonly string[]): { readonly key: BookKey; readonly book: Book }[];
}

/** Opens the books of partners, inside a transaction that holds their mirrors. */
export async function openBooks(tx: Transaction, partnerIds: readonly string[]): Promise<Books> {
  const [credits, balances] = await Promise.all([listCredits(tx, partnerIds), listBalances(tx, partnerIds)]);
  const textOf = ({ partnerId, program, currency }: BookKey) => `${partnerId} ${currency} ${program}`;
  const creditsOf = groupBy(credits, textOf);
  const balancesOf = groupBy(balances, textOf);
  const books = new Map<string, { key: BookKey; book: Book }>();
  const open = ({ partnerId, program, currency }: BookKey): Book => {
    const key = { partnerId, program, currency };
    const known = books.get(textOf(key));
    if (known !== undefined) return known.book;
    const balanceOf = (account: string) =>
      (balancesOf.get(textOf(key)) ?? []).find((row) => row.account === account)?.balanceMinor ?? 0n;
    const book = new Book({
      credits: creditsOf.get(textOf(key)) ?? [],
      debtMinor: -balanceOf("partner:debt"),
      reservedMinor: balanceOf("partner:reserved"),
    });
    books.set(textOf(key), { key, book });
    return book;
  };
  for (const key of credits) open(key);
  return { of: open, opened: (owners) => [...books.values()].filter(({ key }) => owners.includes(key.partnerId)) };
}
