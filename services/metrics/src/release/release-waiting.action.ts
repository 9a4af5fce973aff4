import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { postingOn } from "@tiergraph/program/measure";
import type { EventOf } from "@tiergraph/schema/events";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { boundsOf, type CheckedReport, checkFact, type FactOutcome, recordIn } from "../recording/index.js";
import { lockWaitingFor, putWaiting, type WaitingFactRow } from "../waiting-fact/index.js";

/** Facts that are recorded in one transaction. */
const BATCH = 500;

/** Records what waited for deals that are won by now. Doing it again changes nothing. */
export const releaseWaiting =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (event: EventOf<"FactsRecorded"> | EventOf<"FactsWaiting">): Promise<void> => {
    const deals = dealsOf(event);
    if (deals.length === 0) return;
    for (;;) {
      const released = await db.transact(systemViewer("metrics"), async (tx) => {
        const waiting = await lockWaitingFor(tx, deals, BATCH);
        const outcomes = await recordWaiting(tx, publish, { waiting, now: clock.now() });
        return outcomes.filter(({ kind }) => kind !== "Waiting").length;
      });
      if (released < BATCH) return;
    }
  };

const dealsOf = (event: EventOf<"FactsRecorded"> | EventOf<"FactsWaiting">): string[] =>
  event.name === "FactsWaiting"
    ? event.deals
    : event.facts.flatMap(({ kind, externalId }) =>
        kind === "deal.won" && externalId !== undefined ? externalId : [],
      );

/** Records facts that waited; one that still does not fit stays listed with its current reason. */
export async function recordWaiting(
  tx: Transaction,
  publish: MetricsPublisher,
  { waiting, now }: { readonly waiting: readonly WaitingFactRow[]; readonly now: Date },
): Promise<readonly FactOutcome[]> {
  const inForce = await findProgramInForce(tx);
  if (waiting.length === 0 || inForce === null) return [];
  const reports = waiting.map(({ report }) => report);
  const program = inForce.document;
  const bounds = await boundsOf(tx, reports, { program, today: dayOf(now) });
  const checked = reports.map(
    (report): CheckedReport => ({ externalId: report.externalId, report, ...checkFact(report, bounds) }),
  );
  const { outcomes } = await recordIn(tx, publish, checked, now, {
    posting: postingOn(program, bounds.today),
    isRetry: true,
  });
  const unfit = waiting.flatMap((row, index) => {
    const outcome = outcomes[index];
    if (outcome?.kind !== "Refused" && outcome?.kind !== "Waiting") return [];
    const { state: _, endedAt: __, endedBy: ___, note: ____, ...kept } = row;
    return { ...kept, code: outcome.problem.code, message: outcome.problem.message };
  });
  if (unfit.length > 0) await putWaiting(tx, unfit);
  return outcomes;
}
