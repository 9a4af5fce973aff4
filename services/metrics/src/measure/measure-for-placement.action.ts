import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { EventOf } from "@tiergraph/schema/events";
import { findProgramVersions, type ProgramVersionRow } from "../program/program.store.js";
import type { MetricsPublisher } from "../publisher.js";
import { measurePartners } from "./measure-partners.js";
import { toldMeasure } from "./told-measures.js";

const PATIENCE_MS = 5_000;
const POLL_MS = 20;

/** Measures the partners of a placement run as of its day, and tells the values whether or not they moved. */
export const measureForPlacement =
  (db: Database, publish: MetricsPublisher) =>
  async (event: EventOf<"PlacementStarted">): Promise<void> => {
    await programKnown(db, event);
    await db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const version = await knownVersion(tx, event);
      if (version === undefined)
        throw new Error(`Version ${event.programVersion} of ${event.program} is not known yet`);
      const program = publishedProgram(version.source);
      const asOf = knownCalendarDate(event.asOf);
      const measured = await measurePartners(
        tx,
        event.partnerIds.map((partnerId) => ({ partnerId, program, asOf })),
      );
      await publish(tx, "MeasuresChanged", {
        runId: event.runId,
        asOf,
        measuredAt: event.startedAt,
        program: event.program,
        programVersion: event.programVersion,
        partners: event.partnerIds.map((partnerId, i) => ({
          partnerId,
          measures: (measured[i] ?? []).map(toldMeasure),
        })),
      });
    });
  };

/** A run that a publication started may overtake the news of the version; waiting for it beats the queue's own pause. */
async function programKnown(db: Database, event: EventOf<"PlacementStarted">): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await knownVersion(db.readAs(systemViewer("metrics")), event)) === undefined && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

async function knownVersion(
  db: Pick<Transaction, "rows">,
  { program, programVersion }: EventOf<"PlacementStarted">,
): Promise<ProgramVersionRow | undefined> {
  return (await findProgramVersions(db, [programVersion])).find((row) => row.program === program);
}
