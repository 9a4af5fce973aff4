import type { Database, Queryable, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { waitUntil } from "@tiergraph/kit/process/wait-until";
import type { Program } from "@tiergraph/program/document/program";
import { type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";
import { measureFacts } from "@tiergraph/program/measure";
import type { EventOf } from "@tiergraph/schema/events";
import { listApprovedAdjustments } from "../adjustment/index.js";
import { lockPublishedMeasures, savePublishedMeasures } from "../partner/index.js";
import { findProgramVersions, type ProgramVersion } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { listSeries } from "../series/index.js";
import { measurePartners } from "./measure-partners.reads.js";
import { inputsInEvents, type MeasureInEvent, measureInEvent, newsOf, valuesText } from "./measures-in-events.js";
import { tallyPartners } from "./tally-partners.reads.js";
import { tallyPlan } from "./tally-plan.js";

/** What a publication starts may overtake the news of the version; waiting a moment beats the queue's own pause. */
const PATIENCE = { withinMs: 5_000, everyMs: 20 };

/** Measures the partners of a placement run as of its day, and publishes the values whether or not they moved. */
export const onPlacementStarted =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (event: EventOf<"PlacementStarted">): Promise<void> => {
    const reader = db.readAs(systemViewer("metrics"));
    await waitUntil(async () => (await knownVersion(reader, event)) !== undefined, PATIENCE);
    await db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const version = await knownVersion(tx, event);
      if (version === undefined)
        throw new Error(`Version ${event.programVersion} of ${event.program} is not known yet`);
      const program = version.document;
      const asOf = knownCalendarDate(event.asOf);
      const isToday = event.asOf === dayOf(clock.now());
      const publishedBefore = isToday ? await lockPublishedMeasures(tx, event.partnerIds) : [];
      const measured = await measureAll(tx, program, { asOf, partnerIds: event.partnerIds });
      // What a run publishes for today is what the next fact has to differ from to be news. Partners whose measures
      // were published again since the run began are left out: what later facts changed is still to be published.
      const startedAt = new Date(event.startedAt);
      const overtaken = new Set(
        publishedBefore
          .filter(({ toldAt }) => toldAt !== null && toldAt >= startedAt)
          .map(({ partnerId }) => partnerId),
      );
      const valuesBefore = new Map(publishedBefore.map(({ partnerId, told }) => [partnerId, told]));
      // A partner without published measures was placed as one without facts.
      const unpublished = valuesText(version, measureFacts(program, [], asOf).map(measureInEvent));
      if (isToday)
        await savePublishedMeasures(
          tx,
          event.partnerIds.flatMap((partnerId, i) => {
            if (overtaken.has(partnerId)) return [];
            const told = valuesText(version, measured[i] ?? []);
            const news = newsOf(program, valuesBefore.get(partnerId) ?? unpublished, told);
            return { partnerId, told, news };
          }),
          startedAt,
        );
      await publish(tx, "MeasuresChanged", {
        runId: event.runId,
        asOf,
        measuredAt: event.startedAt,
        program: event.program,
        programVersion: event.programVersion,
        partners: event.partnerIds.map((partnerId, i) => ({
          partnerId,
          measures: [...(measured[i] ?? [])],
        })),
      });
    });
  };

/** In one pass over the rollups where the program lets it, which most of a run's time goes by; else measure by measure. */
async function measureAll(
  tx: Transaction,
  program: Program,
  { asOf, partnerIds }: { readonly asOf: CalendarDate; readonly partnerIds: readonly string[] },
): Promise<MeasureInEvent[][]> {
  const isAdjusted = (await listApprovedAdjustments(tx, program.name)).length > 0;
  const slots = new Map((await listSeries(tx)).map(({ key, slot }) => [key, slot]));
  const plan = isAdjusted ? null : tallyPlan(program, asOf, slots);
  if (plan !== null) return inputsInEvents(program, asOf, await tallyPartners(tx, plan, partnerIds));
  const measurings = partnerIds.map((partnerId) => ({ partnerId, program, asOf }));
  const measured = await measurePartners({ own: tx, everyone: tx }, measurings);
  return measured.map((values) => values.map(measureInEvent));
}

async function knownVersion(
  db: Queryable,
  { program, programVersion }: EventOf<"PlacementStarted">,
): Promise<ProgramVersion | undefined> {
  return (await findProgramVersions(db, [programVersion])).find((row) => row.program === program);
}
