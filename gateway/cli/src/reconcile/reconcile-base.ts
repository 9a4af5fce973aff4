import { compareDigests, type Disagreement } from "./compare-digests.js";
import type { AnswerTo, AskQuestion, Digest } from "./questions.js";

/** What a reconciliation works with, and where it reports what it finds. */
export interface Reconciling {
  readonly ask: AskQuestion;
  /** A fault, as it is found. */
  readonly report: (line: string) => void;
  /** How far it came. */
  readonly progress: (line: string) => void;
  readonly pause: (ms: number) => Promise<void>;
  readonly rebuild: boolean;
}

export interface Reconciled {
  readonly partners: number;
  readonly sumsDiffering: number;
  readonly copiesDiffering: number;
  readonly ledgerFaults: number;
}

const PARTNERS_AT_ONCE = 200;
const LEDGERS_AT_ONCE = 100;
/** How long a copy may lag behind what it is a copy of. */
const PATIENCE_MS = 15_000;

/**
 * Recounts every fact and checks the kept sums against it, copies of facts and tiers against those who own them, and
 * every ledger against its facts, tiers and rules. With `rebuild`, what differs is mended and all is held against each
 * other once more: the result is that of the second time.
 */
export async function reconcileBase(reconciling: Reconciling): Promise<Reconciled> {
  const found = await reconcileOnce(reconciling);
  const { rollupsOf, ledgersOf, reconciled } = found;
  if (!reconciling.rebuild || rollupsOf.size + ledgersOf.size === 0) return reconciled;
  const { ask, progress } = reconciling;
  for (const partnerIds of batches([...rollupsOf], PARTNERS_AT_ONCE)) {
    const { rebuildRollups: mended } = await ask("rebuild-rollups", { partnerIds });
    if (mended === null || mended.userErrors.length > 0) throw new Error("The graph did not mend what differs.");
  }
  await settled(reconciling);
  for (const partnerIds of batches([...ledgersOf], LEDGERS_AT_ONCE)) {
    const { settleLedgers: mended } = await ask("settle-ledgers", { partnerIds });
    if (mended === null || mended.userErrors.length > 0) throw new Error("The graph did not settle what differs.");
  }
  progress(`mended ${new Set([...rollupsOf, ...ledgersOf]).size} partners`);
  await settled(reconciling);
  return (await reconcileOnce({ ...reconciling, report: (line) => reconciling.report(`still: ${line}`) })).reconciled;
}

interface Found {
  readonly reconciled: Reconciled;
  readonly rollupsOf: ReadonlySet<string>;
  readonly ledgersOf: ReadonlySet<string>;
}

async function reconcileOnce(reconciling: Reconciling): Promise<Found> {
  const { report } = reconciling;
  const rollups = await readRollups(reconciling);
  const ledgers = await readLedgers(reconciling);
  const tiers = await readTiers(reconciling);
  let disagreements = compareDigests({ metrics: rollups.digests, benefits: ledgers.digests, partners: tiers });
  if (disagreements.length > 0) {
    // A copy may only have been read before its news came.
    await settled(reconciling);
    const quiet = { ...reconciling, report: () => undefined, progress: () => undefined };
    disagreements = compareDigests({
      metrics: (await readRollups(quiet)).digests,
      benefits: (await readLedgers(quiet)).digests,
      partners: await readTiers(quiet),
    });
  }
  for (const disagreement of disagreements) report(inWords(disagreement));
  const differing = disagreements.map(({ partnerId }) => partnerId);
  return {
    rollupsOf: new Set([...rollups.faulty, ...differing]),
    ledgersOf: new Set([...ledgers.faulty, ...differing]),
    reconciled: {
      partners: rollups.checked,
      sumsDiffering: rollups.faults,
      copiesDiffering: disagreements.length,
      ledgerFaults: ledgers.faults,
    },
  };
}

interface Read {
  readonly checked: number;
  readonly faults: number;
  /** Partners with a fault. */
  readonly faulty: ReadonlySet<string>;
  readonly digests: readonly Digest[];
}

interface Batch {
  readonly checked: number;
  readonly total: number;
  readonly next: string | null;
  readonly digests: readonly Digest[];
  readonly lines: readonly { readonly partnerId: string; readonly text: string }[];
}

/** Reads batch after batch to the end. */
async function readAll(
  { report, progress }: Reconciling,
  { what, read }: { readonly what: string; readonly read: (after: string | null) => Promise<Batch> },
): Promise<Read> {
  const [faulty, digests]: [Set<string>, Digest[]] = [new Set(), []];
  let [checked, faults, after] = [0, 0, null as string | null];
  do {
    const batch = await read(after);
    checked += batch.checked;
    faults += batch.lines.length;
    digests.push(...batch.digests);
    for (const { partnerId, text } of batch.lines) {
      faulty.add(partnerId);
      report(`partner ${partnerId}, ${text}`);
    }
    progress(`${checked} of ${batch.total} ${what}`);
    after = batch.next;
  } while (after !== null);
  return { checked, faults, faulty, digests };
}

const readRollups = (reconciling: Reconciling): Promise<Read> =>
  readAll(reconciling, {
    what: "partners",
    read: async (after) => {
      const { reconcileRollups: batch } = await reconciling.ask("reconcile-rollups", {
        first: PARTNERS_AT_ONCE,
        after,
      });
      if (batch === null) throw new Error("The graph did not recount: a program manager or an analyst may ask it to.");
      const lines = batch.faults.map(({ partnerId, table, on, series, expected, found }) => ({
        partnerId,
        text: `${table.toLowerCase()} of ${on}, ${series}: expected ${expected}, found ${found}`,
      }));
      return { ...batch, lines };
    },
  });

const readLedgers = (reconciling: Reconciling): Promise<Read> =>
  readAll(reconciling, {
    what: "ledgers",
    read: async (after) => {
      const { reconcileLedger: batch } = await reconciling.ask("reconcile-ledger", { after });
      if (batch === null)
        throw new Error("The graph did not reconcile: a program manager or an analyst may ask it to.");
      const lines = batch.faults.map(({ partnerId, kind, subject, expected, found }) => ({
        partnerId,
        text: `${kind.toLowerCase()}, ${subject}: expected ${expected}, found ${found}`,
      }));
      return { ...batch, lines };
    },
  });

async function readTiers({ ask }: Reconciling): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (let after: string | null = null; ; ) {
    const { tierDigests: batch }: AnswerTo<"tier-digests"> = await ask("tier-digests", {
      first: PARTNERS_AT_ONCE,
      after,
    });
    if (batch === null) throw new Error("The graph did not say which tiers partners hold.");
    digests.push(...batch.digests);
    after = batch.next;
    if (after === null) return digests;
  }
}

/** Waits until no job is pending, or for as long as a copy may lag. */
async function settled({ ask, pause }: Reconciling): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 250) {
    const queues = Object.values(await ask("job-queues", {}));
    if (queues.every((queue) => (queue?.pending ?? 0) === 0)) return;
    await pause(250);
  }
}

const inWords = ({ partnerId, what, of, expected, found }: Disagreement): string =>
  expected === found
    ? `partner ${partnerId}, ${what} known to ${of}: as many as there are, ${found}, and not the same`
    : `partner ${partnerId}, ${what} known to ${of}: expected ${expected}, found ${found}`;

const batches = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
