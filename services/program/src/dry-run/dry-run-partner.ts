import { cohortOf, type PlacedPartner } from "../assess/index.js";
import { NO_SAFEGUARDS } from "../document/governance/index.js";
import type { PercentileMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import type { CalendarDate } from "../exact/index.js";
import { type MeasureValue, ranksOf, shareOfRank } from "../measure/index.js";
import { firstReviewedOn, firstReviewsOfTiers, type GovernanceState } from "../place/index.js";
import type { WrittenTier } from "./written-partner.js";

/** A partner with everything that placing it needs, on one or more days. */
export interface DryRunPartner {
  readonly name: string;
  readonly before: GovernanceState | null;
  readonly days: readonly DryRunDay[];
}
export interface DryRunDay {
  readonly asOf: CalendarDate;
  readonly partner: PlacedPartner;
  readonly approvals: readonly string[];
  readonly measures: ReadonlyMap<string, MeasureValue>;
}

/** The state of a partner that has held a tier without a change. */
export function governanceStateOf(
  program: Program,
  { tier, since }: WrittenTier,
  firstDay: CalendarDate,
): GovernanceState {
  const from = since ?? firstDay;
  const governance = program.governance ?? NO_SAFEGUARDS;
  const rank = program.tiers.find(({ name }) => name === tier)?.rank ?? 0;
  const held = program.tiers.filter((candidate) => candidate.rank <= rank);
  return {
    tier,
    since: from,
    placed: tier,
    placedSince: from,
    missedSince: null,
    demotedOn: null,
    reviewedUpOn: firstReviewedOn(governance.up, from),
    reviewedDownOn: firstReviewedOn(governance.down, from),
    ...firstReviewsOfTiers(program, from),
    steps: null,
    metOn: {},
    heldSince: Object.fromEntries(held.map(({ name }) => [name, from])),
  };
}

/** A member of the pool that percentiles compare. */
export interface Member {
  readonly name: string;
  readonly partner: PlacedPartner;
  readonly measures: ReadonlyMap<string, MeasureValue>;
}

/** By percentile: its value for each member whose ranked measure is known. */
export function percentilesIn(
  program: Program,
  pool: readonly Member[],
): Map<string, Map<string, MeasureValue["value"]>> {
  const percentiles = program.measures.filter((measure) => measure.kind === "percentile");
  return new Map(percentiles.map((percentile) => [percentile.name, percentileIn(program, percentile, pool)]));
}

function percentileIn(
  program: Program,
  percentile: PercentileMeasure,
  pool: readonly Member[],
): Map<string, MeasureValue["value"]> {
  const { of, among } = percentile;
  const cohorts = new Map<string | null, Map<string, MeasureValue["value"]>>();
  for (const { name, partner, measures } of pool) {
    const ranked = measures.get(of.name);
    if (ranked === undefined) continue;
    const cohort = cohortOf(program, among, partner);
    cohorts.set(cohort, (cohorts.get(cohort) ?? new Map()).set(name, cohort === null ? null : ranked.value));
  }
  return new Map(
    [...cohorts.values()].flatMap((values) =>
      [...ranksOf(values)].map(([name, rank]) => [name, shareOfRank(percentile, rank)] as const),
    ),
  );
}
