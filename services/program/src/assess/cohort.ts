import type { CohortWord } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { type PlacedPartner, subjectOf } from "./subject.js";

/** A key of the partner's cohort: equal for all its members. Null where the partner lacks a value that defines it. */
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
