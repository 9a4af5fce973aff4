import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { formatMinorUnits } from "@tiergraph/program/exact";
import { listWithheld } from "../ceiling/index.js";
import {
  type ChainedEntryRow,
  findBalanceFaults,
  findCreditFaults,
  hashOf,
  listChain,
  listLedgerPartners,
  listPostings,
  NO_HASH,
  type PostingRow,
} from "../ledger/index.js";
import { lockPartnerMirrors, type PartnerMirrorRow } from "../partner-mirror/index.js";
import { listPrograms } from "../program/index.js";
import { type DigestRow, digestKept } from "./recount.store.js";
import { type RewardDifference, recountRewards } from "./recount-rewards.reads.js";

/** Something in a partner's ledger that does not agree with something else. */
export interface LedgerFault {
  readonly partnerId: string;
  readonly kind: "BALANCE" | "CREDIT" | "CHAIN" | "UNBALANCED" | "REWARD";
  /** What it is about: an account, an entry, a rule and what it pays for. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
}

export interface LedgerReconciled {
  readonly checked: number;
  readonly total: number;
  readonly faults: readonly LedgerFault[];
  /** What is kept here of facts and tiers that others own. */
  readonly digests: readonly DigestRow[];
  /** Where to go on; null at the end. */
  readonly next: string | null;
}

/** Partners of one batch. */
const BATCH_SIZE = 100;
/** Entries of a chain that are read at once. */
const PAGE = 1_000;
/**
 * Checks the ledgers of a batch of partners against what they follow from: balances and credits against postings,
 * entries against their hashes and their places, and what was given against a recount of the facts, the tiers and the rules.
 */
export const reconcileLedger =
  (db: Pick<Database, "readAs" | "transact">) =>
  async (after: string | null): Promise<LedgerReconciled> => {
    const system = systemViewer("benefits");
    // One more than the batch shows whether another follows.
    const found = await listLedgerPartners(db.readAs(system), { after, limit: BATCH_SIZE + 1 });
    const partners = found.slice(0, BATCH_SIZE);
    const partnerIds = partners.map(({ partnerId }) => partnerId);
    const faults = await db.transact(system, async (tx) => {
      const mirrors = await lockPartnerMirrors(tx, partnerIds);
      const [balances, credits, withheld] = [
        await findBalanceFaults(tx, partnerIds),
        await findCreditFaults(tx, partnerIds),
        groupBy(await listWithheld(tx, partnerIds), (row) => `${row.partnerId} ${row.rule} ${row.subject}`),
      ];
      const versions = await listPrograms(tx);
      const owed: (RewardDifference & { readonly partnerId: string })[] = [];
      for (const standing of mirrors)
        for (const difference of await recountRewards(tx, standing, versions))
          owed.push({ ...difference, partnerId: standing.partnerId });
      const chains: LedgerFault[] = [];
      for (const standing of mirrors)
        chains.push(
          ...(await chainFaults(standing, async (place) => {
            const entries = await listChain(tx, { partnerId: standing.partnerId, after: place, limit: PAGE });
            return { entries, postings: entries.length === 0 ? [] : await listPostings(tx, entries) };
          })),
        );
      return [
        ...balances.map((row) => sumFault("BALANCE", row)),
        ...credits.map((row) => sumFault("CREDIT", row)),
        ...chains,
        ...owed.flatMap(({ partnerId, rule, subject, currency, expectedMinor, givenMinor }): LedgerFault[] => {
          const held = withheld.get(`${partnerId} ${rule} ${subject}`)?.[0]?.amountMinor ?? 0n;
          if (expectedMinor - held === givenMinor) return [];
          const money = (minor: bigint) => formatMinorUnits(minor, currency);
          return [
            {
              partnerId,
              kind: "REWARD",
              subject: `${rule} for ${subject}`,
              expected: money(expectedMinor - held),
              found: money(givenMinor),
            },
          ];
        }),
      ];
    });
    return {
      checked: partners.length,
      total: partners[0]?.total ?? 0,
      faults,
      digests: await digestKept(db.readAs(system), partnerIds),
      next: found.length > BATCH_SIZE ? (partnerIds.at(-1) ?? null) : null,
    };
  };

function sumFault(
  kind: "BALANCE" | "CREDIT",
  row: {
    partnerId: string;
    account: string;
    fund?: string;
    currency: string;
    amountMinor: bigint;
    expectedMinor: bigint;
  },
): LedgerFault {
  const { partnerId, account, fund = "", currency, amountMinor, expectedMinor } = row;
  return {
    partnerId,
    kind,
    subject: fund === "" ? account : `${account} ${fund}`,
    expected: formatMinorUnits(expectedMinor, currency),
    found: formatMinorUnits(amountMinor, currency),
  };
}

type Page = { readonly entries: readonly ChainedEntryRow[]; readonly postings: readonly PostingRow[] };

async function chainFaults(standing: PartnerMirrorRow, read: (place: number) => Promise<Page>): Promise<LedgerFault[]> {
  const { partnerId } = standing;
  const faults: LedgerFault[] = [];
  let [place, hash] = [0, NO_HASH];
  for (;;) {
    const { entries, postings } = await read(place);
    if (entries.length === 0) break;
    const linesOf = groupBy(postings, ({ transactionId }) => transactionId);
    for (const entry of entries) {
      const lines = linesOf.get(entry.transactionId) ?? [];
      const subject = `entry ${entry.sequence}`;
      if (entry.sequence !== place + 1)
        faults.push({ partnerId, kind: "CHAIN", subject, expected: `entry ${place + 1}`, found: subject });
      const expected = hashOf({ ...entry, lines }, hash);
      if (entry.previousHash !== hash || entry.hash !== expected)
        faults.push({ partnerId, kind: "CHAIN", subject, expected, found: entry.hash });
      const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0n);
      if (sum !== 0n) faults.push({ partnerId, kind: "UNBALANCED", subject, expected: "0", found: sum.toString() });
      // Goes on from what is kept, so that one changed entry is one fault.
      [place, hash] = [entry.sequence, entry.hash];
    }
  }
  if (place !== standing.ledgerSequence || hash !== standing.ledgerHash)
    faults.push({
      partnerId,
      kind: "CHAIN",
      subject: "last entry",
      expected: `entry ${standing.ledgerSequence} ${standing.ledgerHash}`,
      found: `entry ${place} ${hash}`,
    });
  return faults;
}
