import type { Benefit } from "@tiergraph/program/document/benefits";
import type { CountingPeriod } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { periodKey } from "@tiergraph/program/reward";

/** First day of the period that a benefit's quantity is counted over. */
export const periodOf = ({ per }: Benefit, day: string, program: Program): string =>
  periodKey(per ?? YEAR, knownCalendarDate(day), program.calendar);

/** What a quantity is counted over where the document does not say. */
export const YEAR: CountingPeriod = "year";
