import type { Window } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** Rolling windows reach back a hundred years at most; `lifetime` is for what never ends. */
const MAX_LENGTH = { day: 36_500, month: 1_200 } as const;

const NAMED_WINDOWS: ReadonlyMap<string, Window> = new Map<string, Window>([
  ["lifetime", { kind: "lifetime" }],
  ["quarter", { kind: "quarter", fiscal: false, which: "current" }],
  ["last quarter", { kind: "quarter", fiscal: false, which: "last" }],
  ["fiscal quarter", { kind: "quarter", fiscal: true, which: "current" }],
  ["last fiscal quarter", { kind: "quarter", fiscal: true, which: "last" }],
]);

/** Reads `{ rolling: 90 days }`, `{ rolling: 12 months }`, or a named window such as `last fiscal quarter`. */
export function readWindow(cursor: YamlCursor): Window {
  if (!cursor.isMapping) return NAMED_WINDOWS.get(cursor.nameOf("window", NAMED_WINDOWS)) ?? { kind: "lifetime" };
  const length = readLength(cursor.mapping("a window").only(["rolling"]).required("rolling"), ["day", "month"]);
  return length.unit === "day"
    ? { kind: "rolling-days", days: length.count }
    : { kind: "rolling-months", months: length.count };
}

/** The notation of a window: what `readWindow` reads back. */
export function printWindow(window: Window): string | { rolling: string } {
  if (window.kind === "rolling-days") return { rolling: `${window.days} days` };
  if (window.kind === "rolling-months") return { rolling: `${window.months} months` };
  if (window.kind === "lifetime") return "lifetime";
  return `${window.which === "last" ? "last " : ""}${window.fiscal ? "fiscal " : ""}quarter`;
}

/** Reads a length of time such as `24 months`, in one of the units allowed. */
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
