import { type CalendarDate, parseCalendarDate } from "../../exact/index.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** Null where it is left out, or is not a day, which is reported. */
export function readDate(cursor: YamlCursor | null): CalendarDate | null {
  const text = cursor?.text("a day such as 2024-02-27") ?? "";
  if (cursor === null || text.trim() === "") return null;
  const date = parseCalendarDate(text);
  if (date === null)
    cursor.refuse("INVALID_VALUE", `expected a day such as 2024-02-27, found \`${text.slice(0, 64)}\``);
  return date;
}
