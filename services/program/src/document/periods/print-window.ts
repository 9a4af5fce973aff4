import type { Window } from "./window.js";

/** The notation of a window: what `readWindow` reads back. */
export function printWindow(window: Window): string | { rolling: string } | { calendar: string } {
  if (window.kind === "rolling-days") return { rolling: `${window.days} days` };
  if (window.kind === "rolling-months") return { rolling: `${window.months} months` };
  if (window.kind === "calendar-months") return { calendar: `${window.months} months` };
  if (window.kind === "lifetime") return "lifetime";
  return `${window.which === "last" ? "last " : ""}${window.fiscal ? "fiscal " : ""}${window.kind}`;
}
