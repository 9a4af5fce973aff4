/** Windows, counting periods, and when periods close to facts. */
export type { Closing } from "./closing.js";
export {
  COUNTING_PERIODS,
  type CountingPeriod,
  type PeriodDays,
  periodContaining,
  readCountingPeriod,
} from "./counting-period.js";
export { readClosing } from "./parse-closing.js";
export { readLength, readWindow } from "./parse-window.js";
export { printClosing } from "./print-closing.js";
export { printWindow } from "./print-window.js";
export type { ProgramCalendar } from "./program-calendar.js";
export type { Window } from "./window.js";
