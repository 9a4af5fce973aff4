import type { LedgerTerms } from "@tiergraph/program/document/rewards";
import { addMonths, formatMinorUnits, knownCalendarDate } from "@tiergraph/program/exact";
import { type Book, lastDayOfMonthAfter, type Movement } from "./book.js";
import { type EntryKind, type LedgerEntry, OF_NO_RULE } from "./entry.js";

interface MaturingCredits {
  readonly partnerId: string;
  readonly program: string;
  readonly programVersion: string;
  readonly currency: string;
  readonly terms: LedgerTerms;
  /** The tier held today; null before the first placement. */
  readonly tier: string | null;
  readonly today: string;
  readonly recordedAt: Date;
  readonly newId: () => string;
}

/**
 * The entries that bring a book up to a day: what was pending long enough is earned, what is renewed is kept for longer,
 * and what can no longer be redeemed lapses. None where nothing is due, so that it may be done at any time.
 */
export function matureCredits(book: Book, asked: MaturingCredits): LedgerEntry[] {
  const { terms, today, tier } = asked;
  const entries: LedgerEntry[] = [];
  const note = (kind: EntryKind, movement: Movement | null, explanation: (amount: string) => string) => {
    if (movement !== null) entries.push(entryOf(kind, movement, { ...asked, explanation }));
  };
  note(
    "REWARDS_EARNED",
    book.mature(today, (day) => lastDayOfMonthAfter(day, terms.expiresAfterMonths)),
    (amount) =>
      `${amount} are earned: the ${terms.refundWindowDays} days in which the deals could be refunded are over.`,
  );
  const { renewal } = terms;
  if (renewal !== null && tier !== null && renewal.tiers.includes(tier)) {
    const until = lastDayOfMonthAfter(addMonths(knownCalendarDate(today), renewal.months), 0);
    note(
      "REWARDS_RENEWED",
      book.renew(today, { until, times: renewal.times }),
      (amount) => `${amount} are renewed until ${until}: partners of this tier keep what would have expired.`,
    );
  }
  note("REWARDS_EXPIRED", book.expire(today), (amount) => `${amount} were not redeemed in time and have expired.`);
  return entries;
}

function entryOf(
  kind: EntryKind,
  movement: Movement,
  { explanation, ...asked }: MaturingCredits & { explanation: (amount: string) => string },
): LedgerEntry {
  const { partnerId, program, programVersion, currency, tier, today, recordedAt, newId } = asked;
  // Of a renewal only dates move: what was taken from one credit stands in another.
  const moved = movement.credits.reduce((sum, { amountMinor }) => (amountMinor < 0n ? sum - amountMinor : sum), 0n);
  return {
    partnerId,
    transactionId: newId(),
    kind,
    occurredOn: today,
    recordedAt,
    program,
    programVersion,
    currency,
    ...OF_NO_RULE,
    tier,
    actor: null,
    reference: null,
    explanation: explanation(formatMinorUnits(moved, currency)),
    ...movement,
  };
}
