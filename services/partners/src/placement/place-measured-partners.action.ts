import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { knownCalendarDate } from "@tiergraph/program/exact";
import type { AdjustmentInput, MeasureInput } from "@tiergraph/program/place";
import type { EventOf } from "@tiergraph/schema/events";
import { advancePlacementRun } from "../placement-run/index.js";
import { findProgramInForceOn } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { place } from "./record-verdicts.tx.js";

/** Places the partners whose measures came in; each event once, however often it is delivered. */
export const placeMeasuredPartners =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (event: EventOf<"MeasuresChanged">): Promise<void> =>
    db.transact(systemViewer("partners"), async (tx) => {
      if (!(await isFirstDelivery(tx, "partners", event))) return;
      const decidedAt = clock.now();
      const inForce = await findProgramInForceOn(tx, event.asOf);
      // Measured by the rules of a version that was superseded meanwhile: the newer version's own run judges instead.
      const isCurrent = inForce?.program === event.program && inForce.version === event.programVersion;
      const verdicts = !isCurrent
        ? []
        : await place(tx, publish, {
            program: inForce.document,
            asOf: event.asOf,
            runId: event.runId,
            measuredAt: new Date(event.measuredAt),
            decidedAt,
            measuresOf: new Map(event.partners.map(({ partnerId, measures }) => [partnerId, inputsOfEvent(measures)])),
          });
      if (event.runId === null) return;
      const changed = verdicts.filter(
        (verdict) => verdict.kind === "Decided" && verdict.decision.outcome !== "KEPT",
      ).length;
      await advancePlacementRun(tx, { runId: event.runId, judged: event.partners.length, changed, at: decidedAt });
    });

type MeasuredPartner = EventOf<"MeasuresChanged">["partners"][number];

/** Measures as decisions keep them: what they are counted over follows from the version and the day. */
function inputsOfEvent(measures: MeasuredPartner["measures"]): MeasureInput[] {
  return measures
    .map(({ measure, value, numerator, denominator, groups, adjustments }) => ({
      ...(adjustments === undefined || adjustments.length === 0
        ? {}
        : { adjustments: adjustments.map(adjustmentOfEvent) }),
      ...(groups === undefined ? {} : { groups: Object.fromEntries(groups) }),
      measure,
      ...(numerator === null || denominator === null ? {} : { parts: [numerator, denominator] as const }),
      value,
    }))
    .sort((a, b) => (a.measure < b.measure ? -1 : 1));
}

function adjustmentOfEvent({
  from,
  to,
  ...adjustment
}: NonNullable<MeasuredPartner["measures"][number]["adjustments"]>[number]): AdjustmentInput {
  return { ...adjustment, from: knownCalendarDate(from), to: knownCalendarDate(to) };
}
