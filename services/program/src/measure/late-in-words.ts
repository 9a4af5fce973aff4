import type { FactSource } from "../document/facts/index.js";
import { leavesOf, type SimpleMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, formatForReading } from "../exact/index.js";
import { inWords, plural } from "../words/index.js";
import type { Fact } from "./fact.js";
import { matchesSource } from "./series.js";

/** A fact that arrived, or was voided, after its period had closed. */
export interface LateFact {
  readonly fact: Fact;
  /** The day on which it happened. */
  readonly on: CalendarDate;
  /** The day on which it counts, or on which its reversal counts. */
  readonly countsOn: CalendarDate;
  readonly isTakenBack: boolean;
}

/**
 * Describes how a late fact counts, and which measures recount the closed period: "14 January 2026 is in a period that
 * has closed: it counts for 29 November 2026. Revenue counts it on its own day, and changes for that period."
 */
export function lateInWords(program: Program, { fact, on, countsOn, isTakenBack }: LateFact): string {
  const recounting = program.measures.filter((measure) =>
    leavesOf(measure).some(
      (leaf) => leaf.late === "recount" && sourcesOf(leaf).some((source) => matchesSource(source, fact)),
    ),
  );
  const titles = inWords(recounting.map(({ title }) => title));
  const does = isTakenBack ? "counts against itself from" : "counts for";
  const posted = `${formatForReading(on)} is in a period that has closed: it ${does} ${formatForReading(countsOn)}.`;
  if (recounting.length === 0) return posted;
  const [takes, changes] = recounting.length === 1 ? ["counts", "changes"] : ["count", "change"];
  const recounted = isTakenBack ? `no longer ${takes} it on its own day` : `${takes} it on its own day`;
  return `${posted} ${titles} ${recounted}, and ${changes} for that period.`;
}

const sourcesOf = (leaf: SimpleMeasure): readonly FactSource[] => [
  leaf.source,
  ...("netOf" in leaf && leaf.netOf !== null ? [leaf.netOf.source] : []),
];

/** For a measure that recounts closed periods: how many facts arrived or were voided late; null for none. */
export function recountedInWords({
  came,
  takenBack,
}: {
  readonly came: number;
  readonly takenBack: number;
}): string | null {
  const parts = [
    ...(came === 0 ? [] : [`${plural(came, "fact")} came`]),
    ...(takenBack === 0 ? [] : [`${plural(takenBack, "fact")} ${takenBack === 1 ? "was" : "were"} taken back`]),
  ];
  if (parts.length === 0) return null;
  return `${parts.join(" and ")} after the period had closed, so that this value may differ from the one that was decided by.`;
}
