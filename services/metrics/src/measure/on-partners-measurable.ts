import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { measureFacts } from "@tiergraph/program/measure";
import type { EventOf } from "@tiergraph/schema/events";
import { lockPublishedMeasures, savePublishedMeasures } from "../partner/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { measurePartners } from "./measure-partners.reads.js";
import { measureInEvent, newsOf, valuesText } from "./measures-in-events.js";

/** Measures, as of today, the partners whose facts moved, and publishes those whose values did. */
export const onPartnersMeasurable =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  (event: EventOf<"PartnersMeasurable">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return;
      const program = inForce.document;
      const partners = await lockPublishedMeasures(tx, event.partnerIds);
      // Taken after the lock: a later measurement of the same partner also reads a later time.
      const now = clock.now();
      const asOf = knownCalendarDate(dayOf(now));
      // The clock of another process may be ahead: what is measured later is never published as measured earlier.
      const measuredAt = new Date(Math.max(now.getTime(), ...partners.map(({ toldAt }) => toldAt?.getTime() ?? 0)));
      const measured = await measurePartners(
        { own: tx, everyone: tx },
        partners.map(({ partnerId }) => ({ partnerId, program, asOf })),
      );
      // A partner without published measures was placed as one without facts.
      const unpublished = valuesText(inForce, measureFacts(program, [], asOf).map(measureInEvent));
      const news = partners.flatMap(({ partnerId, told }, i) => {
        const measures = (measured[i] ?? []).map(measureInEvent);
        const values = valuesText(inForce, measures);
        const before = told ?? unpublished;
        return values === before ? [] : { partnerId, told: values, news: newsOf(program, before, values), measures };
      });
      if (news.length === 0) return;
      await savePublishedMeasures(tx, news, measuredAt);
      await publish(tx, "MeasuresChanged", {
        runId: null,
        asOf,
        measuredAt: measuredAt.toISOString(),
        program: inForce.program,
        programVersion: inForce.version,
        partners: news.map(({ partnerId, measures }) => ({ partnerId, measures })),
      });
    });
