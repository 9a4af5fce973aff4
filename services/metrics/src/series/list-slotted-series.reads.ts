import type { Queryable } from "@tiergraph/kit/database/database";
import { type Series, seriesOfKey } from "@tiergraph/program/measure";
import { listSeries } from "./series.store.js";

/** A series, and the column of the rollups that it has. */
export interface SlottedSeries {
  readonly slot: number;
  readonly series: Series;
}

/** Every series that is kept, with its column: those of superseded versions too, since their decisions still cite them. */
export const listSlottedSeries = async (db: Queryable): Promise<SlottedSeries[]> =>
  (await listSeries(db)).map(({ slot, key }) => ({ slot, series: knownSeries(key) }));

/** A key says all of its series, and there are as many as measures ever asked for. */
const known = new Map<string, Series>();
function knownSeries(key: string): Series {
  const series = known.get(key) ?? seriesOfKey(key);
  known.set(key, series);
  return series;
}
