import type { Database, Queryable } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isSimple, leavesOf } from "@tiergraph/program/document/measures";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type AdditiveSeries, additiveSeries, type Series } from "@tiergraph/program/measure";
import { findProgramInForce } from "../program/index.js";
import { columnOf, listSeries, pageOf, totalsByMonth } from "../series/index.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import {
  MAX_HISTORY_MONTHS,
  MIN_HISTORY_MONTHS,
  type SeasonalRefusal,
  seasonalRefusals,
} from "./adjustment.refusals.js";
import { addAdjustments } from "./adjustment.store.js";
import { proposed } from "./proposed.js";
import { adjustmentsOf, type MonthlyTotals, seasonalFactors } from "./seasonal-factors.js";

export type SeasonalProposal =
  | { readonly kind: "Proposed"; readonly adjustments: readonly AdjustmentRow[] }
  | SeasonalRefusal;

/** Proposes a factor for each of the coming twelve months that is not average, computed from what all partners came to. */
export const proposeSeasonalFactors =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: { measure: string; months: number }): Promise<SeasonalProposal> => {
    const { measure: name, months } = request;
    if (months < MIN_HISTORY_MONTHS || months > MAX_HISTORY_MONTHS) return seasonalRefusals.MonthsInvalid();
    return db.transact(viewer, async (tx) => {
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return seasonalRefusals.NoProgramInForce();
      const { measures } = inForce.document;
      const measure = [...measures, ...measures.flatMap(leavesOf)].find((known) => known.name === name);
      if (measure === undefined) return seasonalRefusals.MeasureUnknown({ measure: name });
      const series = isSimple(measure) ? additiveSeries(measure) : null;
      if (series === null) return seasonalRefusals.MeasureNotAdditive({ measure: name });
      const now = clock.now();
      const computed = seasonalFactors(await monthlyTotals(tx, series), {
        months,
        today: knownCalendarDate(dayOf(now)),
      });
      if (computed.kind === "HistoryTooShort") return seasonalRefusals.HistoryTooShort();
      const by = { by: viewer.subject, at: now };
      const adjustments = adjustmentsOf(computed).map((content) =>
        proposed({ program: inForce.program, measure: name, ...content }, by),
      );
      await addAdjustments(tx, adjustments);
      return { kind: "Proposed", adjustments };
    });
  };

async function monthlyTotals(db: Queryable, { plus, minus }: AdditiveSeries): Promise<MonthlyTotals> {
  const slots = new Map((await listSeries(db)).map(({ key, slot }) => [key, slot]));
  const columns = [
    { series: plus, sign: 1 as const },
    ...(minus === null ? [] : [{ series: minus, sign: -1 as const }]),
  ];
  const rows = await totalsByMonth(
    db,
    columns.map(({ series, sign }) => ({ ...placeOf(series, slots), sign })),
  );
  return new Map(rows.map(({ month, total }) => [knownCalendarDate(month), BigInt(total)]));
}

function placeOf({ key }: Series, slots: ReadonlyMap<string, number>): { page: number; column: number } {
  const slot = slots.get(key);
  if (slot === undefined) throw new Error(`Series ${key} is not kept`);
  return { page: pageOf(slot), column: columnOf(slot) };
}
