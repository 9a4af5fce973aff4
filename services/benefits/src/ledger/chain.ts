import { createHash } from "node:crypto";
import type { LedgerEntry } from "./entry.js";

/** The hash that a partner's first entry follows. */
export const NO_HASH = "0".repeat(64);

/** What is hashed of an entry, beside the hash of the one before it: all that it says, and its lines in one order. */
type ChainedEntry = Omit<LedgerEntry, "credits"> & { readonly sequence: number };

/**
 * The hash of an entry: SHA-256 over a JSON list of texts, without spaces. A changed word, amount, line or order changes
 * it, and with it the hash of every entry after it. The migration that gave older entries their place writes the same.
 */
export function hashOf(entry: ChainedEntry, previousHash: string): string {
  const lines = [...entry.lines]
    .map(({ account, fund = "", amountMinor }) => ({ account, fund, amountMinor }))
    .sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : a.fund < b.fund ? -1 : 1))
    .flatMap(({ account, fund, amountMinor }) => [account, fund, entry.currency, amountMinor.toString()]);
  const fields: (string | null)[] = [
    previousHash,
    entry.partnerId,
    entry.transactionId,
    entry.sequence.toString(),
    entry.kind,
    entry.occurredOn,
    entry.recordedAt.toISOString(),
    entry.program,
    entry.programVersion,
    entry.rule,
    entry.subject,
    entry.factId,
    entry.tier,
    entry.rate,
    text(entry.baseMinor),
    text(entry.accruedMinor),
    entry.currency,
    entry.maturesOn,
    entry.expiresOn,
    entry.actor,
    entry.reference,
    entry.explanation,
    ...lines,
  ];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

const text = (minor: bigint | null): string | null => (minor === null ? null : minor.toString());
