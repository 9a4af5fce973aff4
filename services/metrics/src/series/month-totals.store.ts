import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";
import { slotColumns } from "./slot.js";

/** A column of the rollups, added or taken off. */
interface TotalledColumn {
  readonly page: number;
  readonly column: number;
  readonly sign: 1 | -1;
}

/** What columns come to for all partners together, by months named by their first day; as text, since sums outgrow 64 bits. */
export const totalsByMonth = (
  db: Queryable,
  columns: readonly TotalledColumn[],
): Promise<{ month: string; total: string }[]> =>
  db.many(
    "rollup.totals-by-month",
    z.object({ month: z.string(), total: z.string() }),
    `select month, sum(sign * (array[${slotColumns((column) => column)}])[slot + 1])::text as total
     from unnest($1::smallint[], $2::integer[], $3::integer[]) as wanted (page, slot, sign)
     join metrics.rollup_month using (page)
     group by month
     having bool_or((array[${slotColumns((column) => column)}])[slot + 1] <> 0)
     order by month`,
    [columns.map(({ page }) => page), columns.map(({ column }) => column), columns.map(({ sign }) => sign)],
  );
