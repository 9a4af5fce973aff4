import { readDistinct, type YamlCursor, type YamlFields } from "../notation/index.js";
import { COHORT_WORDS, type CohortWord, type PercentileMeasure } from "./measure.js";
import type { CompositeContext } from "./parse-composite-measure.js";
import { HEADING_KEYS, readHeading } from "./parse-simple-measure.js";

/** `{ percentile: revenue, among: region }`, or `{ top: revenue, among: [country, tracks], ties: in }` */
export function readPercentile(
  word: "percentile" | "top",
  fields: YamlFields,
  context: CompositeContext,
): PercentileMeasure | null {
  const own = word === "top" ? [word, "ties"] : [word];
  const of = context.cite(fields.only([...own, "among", ...HEADING_KEYS]).required(word));
  const among = readCohort(fields.required("among"));
  const ties = word === "top" ? (fields.optional("ties")?.oneOf(["out", "in"]) ?? "out") : null;
  const counts = ties === null ? "not-above" : ties === "out" ? "at-or-above" : "from-the-top";
  const heading = readHeading(fields, context);
  return of && { kind: "percentile", ...heading, unit: "percent", of, among, counts };
}

function readCohort(cursor: YamlCursor): CohortWord[] {
  if (cursor.isList)
    return readDistinct(cursor.list("what partners have in common"), (word) => word.oneOf(COHORT_WORDS));
  const word = cursor.oneOf(["everyone", ...COHORT_WORDS]);
  return word === "everyone" ? [] : [word];
}
