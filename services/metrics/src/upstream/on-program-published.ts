import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { awaitedKinds } from "@tiergraph/program/document/enablement";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { earningKinds } from "@tiergraph/program/reward";
import type { EventOf } from "@tiergraph/schema/events";
import { type FactRow, listFirstDays, listWithoutAmount } from "../fact/index.js";
import { listProgramVersions, type ProgramVersion, programVersionTable } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { sendFactsAgain } from "../recording/index.js";
import { addMissingSeries, lockSeriesForChange } from "../series/index.js";

/** Learns a new program version and sums up, over all facts, what its measures need and no version needed before. */
export const onProgramPublished =
  (db: Database, publish: MetricsPublisher) =>
  (event: EventOf<"ProgramPublished">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      await lockSeriesForChange(tx);
      const earlier = await listProgramVersions(tx);
      tx.create(programVersionTable, {
        sequence: event.sequence,
        program: event.program,
        version: event.programVersion,
        source: event.source,
      });
      const program = publishedProgram(event.source);
      await addMissingSeries(tx, program);
      await sendNewlyEarning(tx, publish, { program, earlier });
      await publishNewlyAwaited(tx, publish, { program, earlier });
    });

/** Facts, or first days of kinds, of one event. */
const BATCH = 1_000;

/**
 * Rewards are sent what may earn something. Facts without an amount, of kinds that no version before paid for, were not: a
 * version that pays for them may be for days that are over, or count what came before its own.
 */
async function sendNewlyEarning(
  tx: Transaction,
  publish: MetricsPublisher,
  { program, earlier }: { program: Program; earlier: readonly ProgramVersion[] },
): Promise<void> {
  const known = new Set(earlier.flatMap(({ document }) => [...earningKinds(document)]));
  const kinds = [...earningKinds(program)].filter((kind) => !known.has(kind));
  if (earlier.length === 0 || kinds.length === 0) return;
  for (let after: readonly [string, string] | null = null; ; ) {
    const facts: FactRow[] = await listWithoutAmount(tx, { kinds, after, limit: BATCH });
    if (facts.length > 0) await sendFactsAgain(tx, publish, facts);
    const last = facts.at(-1);
    if (facts.length < BATCH || last === undefined) return;
    after = [last.partnerId, last.factId];
  }
}

/**
 * Plans receive the kinds of facts that the version in force waits for. Of kinds that not every version waited for,
 * facts may have come that plans do not know, also where the event of this version was late.
 */
async function publishNewlyAwaited(
  tx: Transaction,
  publish: MetricsPublisher,
  { program, earlier }: { program: Program; earlier: readonly ProgramVersion[] },
): Promise<void> {
  const awaited = earlier.map(({ document }) => kindsAwaited(document));
  const kinds = [...kindsAwaited(program)].filter((kind) => !awaited.every((known) => known.has(kind)));
  if (kinds.length === 0) return;
  const milestones = await listFirstDays(tx, kinds);
  for (let i = 0; i < milestones.length; i += BATCH)
    await publish(tx, "MilestonesReached", { milestones: milestones.slice(i, i + BATCH) });
}

const kindsAwaited = ({ onboarding }: Program): ReadonlySet<string> =>
  onboarding === null ? new Set() : awaitedKinds(onboarding);
