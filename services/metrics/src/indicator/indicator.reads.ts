import type { Queryable } from "@tiergraph/kit/database/database";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { policy } from "../policy.js";
import type { Programs } from "../program/index.js";
import { countTierMoves } from "../tier-mirror/index.js";
import { type IndicatorDimension, readIndicatorBase } from "./indicator.store.js";
import { indicatorGroupOf, progressionShown } from "./indicator-node.js";
import { type IndicatorPeriod, type IndicatorStep, indicatorPeriods, MAX_PERIODS } from "./indicator-periods.js";
import { progressionOf } from "./progression.js";
import { shownGroups } from "./withhold.js";

/** The days from `from` to the one before `to`. */
interface Days {
  readonly from: string;
  readonly until: string;
}

interface IndicatorQuery extends Days {
  readonly by?: IndicatorDimension | null;
  readonly step?: IndicatorStep | null;
}

/** Whether small groups are shown to the one who asks. */
interface Asking {
  readonly program: Program;
  readonly seesSmallGroups: boolean;
}

/** Indicators of some partners, or of all where none are named, by period and group, the groups of one period in the order of their names. */
async function loadIndicators(
  db: Queryable,
  { from, until, by, step }: IndicatorQuery,
  { program, seesSmallGroups, partnerIds }: Asking & { readonly partnerIds: readonly string[] | null },
) {
  const { fiscalYearStartsIn } = program.calendar;
  const periods = indicatorPeriods(daysOf({ from, until }), { step: step ?? "whole", fiscalYearStartsIn });
  if (periods.length > MAX_PERIODS) refuse("BAD_USER_INPUT", `These are more than ${MAX_PERIODS} periods.`);
  const rows = await readIndicatorBase(db, { by: by ?? "none", periods, partnerIds });
  return [...groupBy(rows, ({ period }) => String(period)).values()].flatMap((groups) => {
    const shown = seesSmallGroups ? new Set(groups) : shownGroups(groups);
    return groups.flatMap((base) => {
      const period = periods[base.period - 1];
      const isShown = shown.has(base);
      return period === undefined ? [] : indicatorGroupOf(base, { period, currency: program.currency, isShown });
    });
  });
}

async function loadPartnerIndicators(
  db: Queryable,
  partnerId: string,
  { days, program }: { readonly days: Days; readonly program: Program },
) {
  const period = daysOf(days);
  const [base] = await readIndicatorBase(db, { by: "none", periods: [period], partnerIds: [partnerId] });
  return base === undefined ? null : indicatorGroupOf(base, { period, currency: program.currency, isShown: true });
}

async function loadTierProgression(db: Queryable, days: Days, { program, seesSmallGroups }: Asking) {
  const rows = progressionOf(program, await countTierMoves(db, daysOf(days)));
  const shown = seesSmallGroups ? new Set(rows) : shownGroups(rows);
  return rows.map((row) => progressionShown(row, shown.has(row)));
}

function daysOf({ from, until }: Days): IndicatorPeriod {
  if (until <= from) refuse("BAD_USER_INPUT", "`until` is the first day after: it must be later than `from`.");
  return { from: knownCalendarDate(from), to: knownCalendarDate(until) };
}

export const indicatorReads = ({ viewer, reader }: ReadParts, programs: Programs) => ({
  indicators: async (args: IndicatorQuery, partnerIds: readonly string[] | null = null) => {
    const program = await programs.inForce();
    const seesSmallGroups = policy.permits(viewer, "read small groups");
    return program === null ? [] : loadIndicators(reader, args, { program, seesSmallGroups, partnerIds });
  },
  tierProgression: async (days: Days) => {
    const program = await programs.inForce();
    const seesSmallGroups = policy.permits(viewer, "read small groups");
    return program === null ? [] : loadTierProgression(reader, days, { program, seesSmallGroups });
  },
  partnerIndicators: async (partnerId: string, days: Days) => {
    const program = await programs.inForce();
    return program === null ? null : loadPartnerIndicators(reader, partnerId, { days, program });
  },
});
export type IndicatorReads = ReturnType<typeof indicatorReads>;
