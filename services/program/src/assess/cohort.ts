import type { CohortWord } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { type PlacedPartner, subjectOf } from "./subject.js";

/** The cohort of a partner: the same text for all that are in it; null where what it goes by is not known of the partner. */
export function cohortOf(program: Program, among: readonly CohortWord[], partner: PlacedPartner): string | null {
  const { region, country, market, tracks } = subjectOf(program, partner);
  const known: Record<CohortWord, string | null> = {
    region,
    country,
    market: market?.name ?? null,
    tracks: tracks.length === 0 ? null : [...tracks].sort().join(" "),
  };
  const values = among.map((word) => known[word]);
  return values.includes(null) ? null : JSON.stringify(values);
}
