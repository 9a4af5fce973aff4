import type { YamlCursor } from "../notation/index.js";
import type { Window } from "./window.js";

/** A hundred years; `lifetime` is for windows without an end. */
const MAX_LENGTH = { day: 36_500, month: 1_200 } as const;

const PERIODS = [
  { words: "month", kind: "month", fiscal: false },
  { words: "quarter", kind: "quarter", fiscal: false },
  { words: "year", kind: "year", fiscal: false },
  { words: "fiscal quarter", kind: "quarter", fiscal: true },
  { words: "fiscal year", kind: "year", fiscal: true },
] as const;

const NAMED_WINDOWS: ReadonlyMap<string, Window> = new Map<string, Window>([
  ["lifetime", { kind: "lifetime" }],
  ...PERIODS.flatMap(({ words, kind, fiscal }): [string, Window][] => [
    [words, { kind, fiscal, which: "current" }],
    [`last ${words}`, { kind, fiscal, which: "last" }],
  ]),
]);

/** Reads `{ rolling: 90 days }`, `{ calendar: 6 months }`, or a named window such as `last fiscal quarter`. */
export function readWindow(cursor: YamlCursor): Window {
  if (!cursor.isMapping) return NAMED_WINDOWS.get(cursor.nameOf("window", NAMED_WINDOWS)) ?? { kind: "lifetime" };
  const fields = cursor.mapping("a window");
  if (fields.has("calendar")) {
    const { count } = readLength(fields.only(["calendar"]).required("calendar"), ["month"]);
    return { kind: "calendar-months", months: count };
  }
  const { unit, count } = readLength(fields.only(["rolling", "calendar"]).required("rolling"), ["day", "month"]);
  return unit === "day" ? { kind: "rolling-days", days: count } : { kind: "rolling-months", months: count };
}

/** Reads a length of time such as `24 months`, in one of the given units. */
export function readLength<Unit extends "day" | "month">(
  cursor: YamlCursor,
  units: readonly [Unit, ...Unit[]],
): { count: number; unit: Unit } {
  const expected = units.map((unit) => (unit === "day" ? "`90 days`" : "`12 months`")).join(" or ");
  const text = cursor.text(`a length of time such as ${expected}`);
  const [, digits, word] = /^(\d{1,6}) (day|month)s?$/.exec(text) ?? [];
  const [count, unit] = [Number(digits), units.find((allowed) => allowed === word)];
  if (unit !== undefined && count >= 1 && count <= MAX_LENGTH[unit]) return { count, unit };
  if (text !== "")
    cursor.refuse("INVALID_VALUE", `expected a length of time such as ${expected}, at most a hundred years`);
  return { count: 1, unit: units[0] };
}
