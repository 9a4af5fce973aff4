import type { Transaction } from "@tiergraph/kit/database/database";
import { addFacts, type Corrector, correctFacts, type FactRow, putCredited, retireFacts } from "../fact/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { findListeners, publishFactEvents } from "../recording/index.js";
import type { SettledCorrections } from "./settle-corrections.js";

/** Writes what corrections come to, rollups and events with it, inside a transaction. */
export async function writeCorrections(
  tx: Transaction,
  publish: MetricsPublisher,
  { corrected, added, retired, credited, movements }: SettledCorrections,
  corrector: Corrector,
): Promise<void> {
  if (corrected.length === 0) return;
  await correctFacts(tx, corrected, corrector);
  if (credited.length > 0) await putCredited(tx, credited);
  if (retired.length > 0) await retireFacts(tx, retired, corrector.at);
  if (added.length > 0) await addFacts(tx, added, corrector.at, corrector.by);
  const voided: FactRow[] = corrected.filter(({ isVoid }) => isVoid).map(({ fact }) => fact);
  // A replacement without an amount earns nothing, which has to be said of what it replaces.
  const emptied = added
    .filter(({ amountMinor }) => amountMinor === null)
    .flatMap(({ factId, partnerId }) =>
      corrected.filter(({ fact }) => fact.factId === factId && fact.partnerId === partnerId).map(({ fact }) => fact),
    );
  await publishFactEvents(tx, publish, {
    listeners: await findListeners(tx),
    movements,
    arrived: added,
    gone: [...voided, ...emptied],
  });
}
