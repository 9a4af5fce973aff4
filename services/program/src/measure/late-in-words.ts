import type { FactSource } from "../document/facts/index.js";
import { leavesOf, type SimpleMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import { dayInWords, inWords } from "../words/index.js";
import type { Fact } from "./fact.js";
import { countingMessages } from "./measure.messages.js";
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
  const { language } = program;
  const days = { day: dayInWords(on, language), countsOn: dayInWords(countsOn, language) };
  const posted = isTakenBack
    ? countingMessages.lateReversal(language, days)
    : countingMessages.lateFact(language, days);
  if (recounting.length === 0) return posted;
  const titles = recounting.map(({ title }) => title);
  const values = { measures: inWords(titles, language), count: titles.length };
  const recounted = isTakenBack
    ? countingMessages.recountsReversal(language, values)
    : countingMessages.recounts(language, values);
  return `${posted} ${recounted}`;
}

const sourcesOf = (leaf: SimpleMeasure): readonly FactSource[] => [
  leaf.source,
  ...("netOf" in leaf && leaf.netOf !== null ? [leaf.netOf.source] : []),
];

/** For a measure that recounts closed periods: how many facts arrived or were voided late; null for none. */
export function recountedInWords(
  { came, takenBack }: { readonly came: number; readonly takenBack: number },
  language: string,
): string | null {
  if (came === 0 && takenBack === 0) return null;
  if (takenBack === 0) return countingMessages.came(language, { count: came });
  if (came === 0) return countingMessages.takenBack(language, { count: takenBack });
  return countingMessages.cameAndTakenBack(language, { came, takenBack });
}
