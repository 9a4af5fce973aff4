import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { parseExact, type Rational } from "@tiergraph/program/exact/rational";
import type { MeasureValue } from "@tiergraph/program/measure/measure-facts";
import type { EventOf } from "@tiergraph/schema/events";
import { findProgramInForceOn } from "../program/program.store.js";
import type { PartnersPublisher } from "../publisher.js";
import { advancePlacementRun } from "./placement-run.store.js";
import { placeIn } from "./record-verdicts.js";

/** Places the partners whose measures came in; each event once, however often it is delivered. */
export const placeMeasuredPartners =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (event: EventOf<"MeasuresChanged">): Promise<void> =>
    db.transact(systemViewer("partners"), async (tx) => {
      if (!(await isFirstDelivery(tx, "partners", event))) return;
      const decidedAt = clock.now();
      const [inForce] = await findProgramInForceOn(tx, event.asOf);
      // Measured by the rules of a version that was superseded meanwhile: the newer version's own run judges instead.
      const isCurrent = inForce?.program === event.program && inForce.version === event.programVersion;
      const verdicts = !isCurrent
        ? []
        : await placeIn(tx, publish, {
            program: publishedProgram(inForce.source),
            asOf: event.asOf,
            runId: event.runId,
            measuredAt: new Date(event.measuredAt),
            decidedAt,
            measuresOf: new Map(
              event.partners.map(({ partnerId, measures }) => [partnerId, measures.map(measureValueOf)]),
            ),
          });
      if (event.runId === null) return;
      const changed = verdicts.filter(
        (verdict) => verdict.kind === "Decided" && verdict.decision.outcome !== "KEPT",
      ).length;
      await advancePlacementRun(tx, { runId: event.runId, judged: event.partners.length, changed, at: decidedAt });
    });

type MeasuredPartner = EventOf<"MeasuresChanged">["partners"][number];

const measureValueOf = (given: MeasuredPartner["measures"][number]): MeasureValue => ({
  measure: given.measure,
  value: exactOrNull(given.value),
  numerator: exactOrNull(given.numerator),
  denominator: exactOrNull(given.denominator),
  from: given.from === null ? null : knownCalendarDate(given.from),
  to: knownCalendarDate(given.to),
  groups: given.groups === undefined ? null : new Map(given.groups.map(([group, part]) => [group, knownExact(part)])),
  adjustments: (given.adjustments ?? []).map(({ from, to, ...adjustment }) => ({
    ...adjustment,
    from: knownCalendarDate(from),
    to: knownCalendarDate(to),
  })),
});

function exactOrNull(text: string | null): MeasureValue["value"] {
  return text === null ? null : knownExact(text);
}

function knownExact(text: string): Rational {
  const value = parseExact(text);
  if (value === null) throw new Error(`MeasuresChanged carries ${text}, which is no exact number`);
  return value;
}
