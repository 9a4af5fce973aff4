import { dayFormatOf, FOUND_DAY_FORMATS } from "./day-format.js";
import type { Candidate } from "./find-format.js";
import { NUMBER_FORMATS, numberFormatOf } from "./number-format.js";

/** Formats among which those of a file are found, made once. */
export const DAY_CANDIDATES: readonly Candidate[] = FOUND_DAY_FORMATS.flatMap(
  (notation) => dayFormatOf(notation) ?? [],
);

export const NUMBER_CANDIDATES: readonly Candidate[] = NUMBER_FORMATS.flatMap((notation) => {
  const format = numberFormatOf(notation);
  return format === null ? [] : { notation, read: (text: string) => format.read(text)?.decimal ?? null };
});
