import type { Queryable } from "@tiergraph/kit/database/database";
import { groupBy, partition } from "@tiergraph/kit/values/group-by";
import { addMonths, isBefore, knownCalendarDate, startOfMonth } from "@tiergraph/program/exact";
import { listRollups, type RollupRow, type SumRequest, sumSeries } from "./series.store.js";
import { SLOTS_PER_PAGE } from "./slot.js";

/** Of partners with so many windows the rows are read once and added up here: twelve windows of a year share most rows. */
const MANY_WINDOWS = 6;
/** Of more partners the rows outgrow what is saved, as where all are placed. */
const MAX_PARTNERS = 20;
/** Of more columns all are read: each set of fewer has a prepared statement of its own. */
const MAX_CHOSEN = 3;

/** The sums of a window, of one page. */
export interface WindowSums {
  /** Position of its request, from 0. */
  readonly request: number;
  readonly page: number;
  /** By column. */
  readonly sums: ReadonlyMap<number, bigint>;
}

/** The sums of some columns over windows of days, in one round trip; nothing of a page without a row. */
export async function sumWindows(
  db: Queryable,
  requests: readonly SumRequest[],
  columns: readonly number[],
): Promise<WindowSums[]> {
  if (requests.length === 0) return [];
  const read =
    columns.length <= MAX_CHOSEN
      ? [...columns].sort((a, b) => a - b)
      : Array.from({ length: SLOTS_PER_PAGE }, (_, column) => column);
  const placed = requests.map((request, place) => ({ place, ...request }));
  const byPartner = [...groupBy(placed, ({ partnerId }) => partnerId).values()];
  const isForFew = byPartner.length <= MAX_PARTNERS;
  const [many, few] = partition(byPartner, (windows) => isForFew && windows.length >= MANY_WINDOWS);
  const [here, there] = await Promise.all([addUpHere(db, many, read), addUpThere(db, few.flat(), read)]);
  return [...here, ...there];
}

type Placed = SumRequest & { readonly place: number };

async function addUpThere(
  db: Queryable,
  windows: readonly Placed[],
  columns: readonly number[],
): Promise<WindowSums[]> {
  if (windows.length === 0) return [];
  const rows = await sumSeries(db, windows, columns);
  return rows.map(({ request, page, sums }) => ({
    // PostgreSQL numbers them from 1.
    request: windows[Number(request) - 1]?.place ?? -1,
    page,
    sums: new Map(columns.map((column, i) => [column, BigInt(sums[i] ?? 0)])),
  }));
}

async function addUpHere(
  db: Queryable,
  byPartner: readonly (readonly Placed[])[],
  columns: readonly number[],
): Promise<WindowSums[]> {
  if (byPartner.length === 0) return [];
  const windows = byPartner.flat().map(windowOf);
  const rows = await listRollups(db, {
    partnerIds: byPartner.flatMap(([first]) => first?.partnerId ?? []),
    columns,
    fromMonth: windows.some(({ firstMonth }) => firstMonth === null)
      ? null
      : (windows.flatMap(({ firstMonth }) => firstMonth ?? []).sort()[0] ?? null),
    toMonth:
      windows
        .map(({ endMonth }) => endMonth)
        .sort()
        .at(-1) ?? "",
    // Days are read of the months that a window takes a part of.
    monthsOfDays: [...new Set(windows.flatMap(({ stumps }) => stumps.map(({ from }) => startOfMonth(from))))],
  });
  const ofPartner = groupBy(rows, ({ partnerId }) => partnerId);
  return windows.flatMap((window) => sumsOf(window, ofPartner.get(window.partnerId) ?? [], columns));
}

/** A window as whole months, and the days at its ends. */
function windowOf({ partnerId, from, to, place }: Placed) {
  const end = knownCalendarDate(to);
  const endMonth = startOfMonth(end);
  if (from === null)
    return { partnerId, place, from, firstMonth: null, endMonth, stumps: [{ from: endMonth, to: end }] };
  const start = knownCalendarDate(from);
  const firstMonth = start === startOfMonth(start) ? start : addMonths(startOfMonth(start), 1);
  const stumps = [
    { from: start, to: isBefore(firstMonth, end) ? firstMonth : end },
    { from: isBefore(firstMonth, endMonth) ? endMonth : firstMonth, to: end },
  ].filter((stump) => isBefore(stump.from, stump.to));
  return { partnerId, place, from, firstMonth, endMonth, stumps };
}
type Window = ReturnType<typeof windowOf>;

function sumsOf(window: Window, rows: readonly RollupRow[], columns: readonly number[]): WindowSums[] {
  const { firstMonth, endMonth, stumps, place } = window;
  const counts = ({ isMonth, day }: RollupRow): boolean =>
    isMonth
      ? (firstMonth === null || day >= firstMonth) && day < endMonth
      : stumps.some(({ from, to }) => day >= from && day < to);
  const byPage = groupBy(rows.filter(counts), ({ page }) => `${page}`);
  return [...byPage.values()].map((counted) => ({
    request: place,
    page: counted[0]?.page ?? 0,
    sums: new Map(columns.map((column, i) => [column, counted.reduce((sum, { sums }) => sum + (sums[i] ?? 0n), 0n)])),
  }));
}
