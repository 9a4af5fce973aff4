import type { LiveService } from "@tiergraph/schema/live-events";
import { LIVE_SERVICES } from "./event-source.js";

/** Where a stream stands in the events of each service; null where it has not begun there. */
export type EventCursors = Readonly<Record<LiveService, string | null>>;

/** Of a stream that has not begun. */
export const NO_CURSORS: EventCursors = { partners: null, metrics: null, benefits: null };

const BETWEEN = "~";
/** What other clients and proxies might send as an id is not looked at any further. */
const LONGEST_ID = 2_000;

/** The `id:` of an event: what the services sealed for its viewer, side by side. */
export const writeEventId = (cursors: EventCursors): string =>
  LIVE_SERVICES.map((service) => cursors[service] ?? "").join(BETWEEN);

/** What is no id of ours is a stream that has not begun. */
export function readEventId(id: string): EventCursors {
  const parts = id.length > LONGEST_ID ? [] : id.split(BETWEEN);
  if (parts.length !== LIVE_SERVICES.length) return NO_CURSORS;
  const entries = LIVE_SERVICES.map((service, i) => [service, parts[i] || null] as const);
  return Object.fromEntries(entries) as EventCursors; // One entry a service.
}
