import type { Queryable } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { cohortOf } from "@tiergraph/program/assess";
import type { PercentileMeasure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact";
import { type MeasureValue, type Rank, ranksOf } from "@tiergraph/program/measure";
import { listPartnerPlaces } from "../partner/index.js";
import type { Measuring } from "./measuring.js";

/** A ranking that takes more than sums: everyone is measured for it. */
export interface Ranking {
  readonly program: Program;
  readonly percentile: PercentileMeasure;
  readonly asOf: CalendarDate;
}

/** Measures partners without any adjustment: all of a cohort stand on the same days. */
type MeasureEveryone = (measurings: readonly Measuring[]) => Promise<MeasureValue[][]>;

/** More partners at once make requests that are too long. */
const PARTNERS_AT_ONCE = 2_000;

/**
 * The ranks of all partners, by partner: what SQL cannot rank by a sum is measured for every partner as for a single
 * one. Takes as long as measuring all partners, each time that somebody asks.
 */
export async function rankEveryone(
  everyone: Queryable,
  { program, percentile, asOf }: Ranking,
  measure: MeasureEveryone,
): Promise<ReadonlyMap<string, Rank | null>> {
  const ranked = { ...program, measures: [percentile.of] };
  const cohorts = groupBy(
    (await listPartnerPlaces(everyone)).flatMap((partner) => {
      const cohort = cohortOf(program, percentile.among, partner);
      return cohort === null ? [] : [{ partnerId: partner.partnerId, cohort }];
    }),
    ({ cohort }) => cohort,
  );
  const members = [...cohorts.values()].flat();
  const values = new Map<string, MeasureValue["value"]>();
  for (let first = 0; first < members.length; first += PARTNERS_AT_ONCE) {
    const some = members.slice(first, first + PARTNERS_AT_ONCE);
    const measured = await measure(some.map(({ partnerId }) => ({ partnerId, program: ranked, asOf })));
    for (const [i, { partnerId }] of some.entries()) values.set(partnerId, measured[i]?.[0]?.value ?? null);
  }
  return new Map(
    [...cohorts.values()].flatMap((cohort) => [
      ...ranksOf(new Map(cohort.map(({ partnerId }) => [partnerId, values.get(partnerId) ?? null]))),
    ]),
  );
}
