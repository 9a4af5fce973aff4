import { type CalendarDate, formatForReading } from "../../exact/index.js";
import type { Cadence, DayOfYear } from "./governance.js";

/** When reviews take place: "each year on 15 January and 15 July". */
export function cadenceInWords(cadence: Cadence): string {
  switch (cadence.kind) {
    case "on-change":
      return "whenever something changes";
    case "monthly":
      return "on the first day of each month";
    case "quarterly":
      return `on the first day of each ${cadence.fiscal ? "fiscal " : ""}quarter`;
    case "annual":
      return `each year on ${listed(cadence.on.map(dayInWords))}`;
    case "anniversary":
      return "each year on the day on which the partner joined";
  }
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
export const dayInWords = (of: DayOfYear | CalendarDate): string =>
  typeof of === "string" ? formatForReading(of) : `${of.day} ${MONTHS[of.month - 1]}`;
/** "15 January, 15 April and 15 July". */
const listed = (days: readonly string[]): string =>
  [days.slice(0, -1).join(", "), ...days.slice(-1)].filter((part) => part !== "").join(" and ");
