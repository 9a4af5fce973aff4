import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";
import { columnOf, pageOf } from "../series/index.js";
import { type DaySpan, daySpan, NO_DAYS } from "./day-span.js";
import type { TallyColumn } from "./tally-plan.js";

/** A partner with one sum a column of the plan, as text, by `sumName`; null where none of its rows is in the column's days. */
interface TallyRow {
  readonly partnerId: string;
  readonly [sum: string]: string | null;
}

/** Columns of their own: the driver reads the elements of an array one by one from its text. */
export const sumName = (column: number): string => `sum${column}`;

/**
 * Sums many partners over the same days: one pass over their rollup rows, each column picking its own by a filter.
 * Partners without any row are left out. A sum a partner and range in a lateral join, which descends the index for each,
 * takes several times as long; `npm run bench:placement` measures this one.
 */
export function tally(
  db: Queryable,
  columns: readonly TallyColumn[],
  partnerIds: readonly string[],
): Promise<TallyRow[]> {
  const spans = columns.map(({ range }) => daySpan(range));
  const hasDays = spans.some(({ before, after }) => before !== NO_DAYS || after !== NO_DAYS);
  const slots = columns.map(({ slot }) => slot);
  const values = [
    partnerIds,
    ...spans.flatMap(({ months, before, after }) =>
      (hasDays ? [months, before, after] : [months]).flatMap(({ from, to }) => [from, to]),
    ),
    ...hullOf(spans.map(({ months }) => months)),
    ...(hasDays ? hullOf(spans.flatMap(({ before, after }) => [before, after])) : []),
  ];
  // Which slots there are, and whether the days at the ends of months are needed, is all that the text goes by.
  return db.many(
    `tally.${hasDays ? "days" : "months"}-${slots.join("-")}`,
    z.object({ partnerId: z.string() }),
    tallyText(slots, hasDays),
    values,
  );
}

function tallyText(slots: readonly number[], hasDays: boolean): string {
  const used = [...new Set(slots.map((slot) => `s${columnOf(slot)}`))].sort().join(", ");
  const pages = [...new Set(slots.map(pageOf))].sort().join(", ");
  const pairs = hasDays ? 3 : 1;
  const sums = slots.map((slot, i) => {
    const first = 2 + 2 * pairs * i;
    const between = (pair: number) => `period >= $${first + 2 * pair} and period < $${first + 2 * pair + 1}`;
    const isInside = hasDays
      ? `case when is_day then (${between(1)}) or (${between(2)}) else ${between(0)} end`
      : between(0);
    return `(sum(s${columnOf(slot)}) filter (where page = ${pageOf(slot)} and ${isInside}))::text`;
  });
  const hull = 2 + 2 * pairs * slots.length;
  const rows = (period: "month" | "day", first: number): string =>
    `select partner_id, page, ${period} as period, ${period === "day"} as is_day, ${used} from metrics.rollup_${period}
     where partner_id = any($1::uuid[]) and page in (${pages}) and ${period} >= $${first} and ${period} < $${first + 1}`;
  return `
    select partner_id as "partnerId", ${sums.map((sum, i) => `${sum} as ${sumName(i)}`).join(", ")}
    from (${rows("month", hull)}${hasDays ? ` union all ${rows("day", hull + 2)}` : ""}) as rollup
    group by partner_id`;
}

/** From the first day of all to the last. */
function hullOf(spans: readonly DaySpan["months"][]): [from: string, to: string] {
  const some = spans.filter((span) => span !== NO_DAYS);
  const from = some.map((span) => span.from).sort()[0] ?? NO_DAYS.from;
  const to =
    some
      .map((span) => span.to)
      .sort()
      .at(-1) ?? NO_DAYS.to;
  return [from, to];
}
