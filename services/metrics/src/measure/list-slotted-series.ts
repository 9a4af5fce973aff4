import type { Queryable } from "@tiergraph/kit/database/database";
import { seriesOfKey } from "@tiergraph/program/measure/series";
import type { SlottedSeries } from "./rollup-deltas.js";
import { listSeries } from "./series.store.js";

/** Every series that is kept, with its column: those of superseded versions too, since their decisions still cite them. */
export const listSlottedSeries = async (db: Queryable): Promise<SlottedSeries[]> =>
  (await listSeries(db)).map(({ slot, key }) => ({ slot, series: seriesOfKey(key) }));
