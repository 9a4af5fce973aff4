export { addMissingSeries } from "./add-missing-series.tx.js";
export { ATTRIBUTE_OF, CONDITIONS_HOLD } from "./conditions-sql.js";
export { listSlottedSeries, type SlottedSeries } from "./list-slotted-series.reads.js";
export { totalsByMonth } from "./month-totals.store.js";
export {
  findRollupFaults,
  type RollupFaultRow,
  type RollupPeriod,
  rebuild,
  type SeriesColumn,
} from "./recount.store.js";
export { rollupDayTable, rollupMonthTable } from "./rollup.entity.js";
export { seriesTable } from "./series.entity.js";
export {
  addToRollups,
  listSeries,
  lockSeriesForChange,
  lockSeriesForRecording,
  type RollupDelta,
  type SumRequest,
} from "./series.store.js";
export { columnOf, pageOf, SLOTS_PER_PAGE, slotColumns } from "./slot.js";
export { sumWindows } from "./sum-windows.reads.js";
