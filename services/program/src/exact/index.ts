/** Exact values: rationals, money, calendar dates, and how they are written. */
export {
  addDays,
  addMonths,
  type CalendarDate,
  dayOfYear,
  daysBetween,
  formatForReading,
  isBefore,
  knownCalendarDate,
  parseCalendarDate,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  yearOf,
} from "./calendar-date.js";
export { currencyDigits } from "./currency-digits.js";
export { decimalOf, decimalOfText, decimalOrNull, fractionOf } from "./decimal-text.js";
export {
  formatCount,
  formatMinorUnits,
  formatMoney,
  formatPercent,
  shownCount,
  shownMoney,
  shownPercent,
} from "./format-amount.js";
export { minorOf, moneyOf } from "./money.js";
export { decodeParts, encodeParts } from "./opaque-id.js";
export { compareText, largerOf, smallerOf } from "./order.js";
export {
  add,
  atMost,
  compare,
  divide,
  fromMinorUnits,
  isZero,
  knownExact,
  larger,
  multiply,
  ONE,
  parseDecimal,
  parseExact,
  type Rational,
  rational,
  roundDown,
  roundHalfUp,
  subtract,
  toDecimalString,
  toExactString,
  ZERO,
} from "./rational.js";
