import { readDate, type YamlCursor } from "../notation/index.js";
import type { Closing } from "./closing.js";
import { readLength } from "./parse-window.js";

/** Reads when periods close to facts; null where the section is left out. */
export function readClosing(cursor: YamlCursor | null): Closing | null {
  if (cursor === null) return null;
  const fields = cursor.mapping("when periods close to facts").only(["period", "after", "late", "since"]);
  return {
    period: fields.required("period").oneOf(["month", "quarter", "year"]),
    afterDays: readLength(fields.required("after"), ["day"]).count,
    late: fields.required("late").oneOf(["refuse", "post"]),
    since: readDate(fields.optional("since")),
  };
}
