import { TiergraphError } from "./error.js";
import { errorOf, pauseAfter, unreachable } from "./response.js";
import { serverSentEvents } from "./server-sent-events.js";

/** What may have changed of a partner; see `GET /events` on the page of the server. */
export const EVENT_TYPES = ["tier-changed", "alert", "measures-changed", "entry-posted"] as const;
export type PartnerEventType = (typeof EVENT_TYPES)[number];

/** Something of a partner changed: ask the graph what it is now. */
export interface PartnerEvent {
  readonly type: PartnerEventType;
  readonly partnerId: string;
  /** When it was recorded, ISO 8601. */
  readonly at: string;
  /** Pass as `lastEventId` to go on after it. */
  readonly id: string;
}

/** What happened before is not known: ask the graph for all that you show. Comes first, and after a long absence. */
export interface ResetEvent {
  readonly type: "reset";
  readonly at: string;
  readonly id: string;
}

export type LiveEvent = PartnerEvent | ResetEvent;

export interface EventsOptions {
  /** All where left out. */
  readonly types?: readonly PartnerEventType[];
  /** All that the token may see where left out. */
  readonly partnerId?: string;
  /** Of the last event that was handled, for example before a page was loaded anew. */
  readonly lastEventId?: string;
  /** Ends the events, without an error. */
  readonly signal?: AbortSignal;
}

interface EventsParts {
  readonly url: string;
  readonly bearer: () => Promise<string>;
  readonly send: typeof fetch;
}

/** The server sends at least a comment each 15 s. */
const SILENCE_MS = 40_000;
const OPEN_WITHIN_MS = 30_000;
/** A connection that lasts so long was none that broke at once. */
const LASTING_MS = 10_000;
/** Before a connection that ended is opened again: all clients of a server that restarts come at once. */
const RETRY_MS = 1_000;
const ASKED = "events";

/**
 * Events as they come. Where the connection ends, it goes on after the last one, with growing pauses, until the signal.
 *
 * @throws TiergraphError where asking again would not help: no valid token, a partner that is not there
 */
export async function* followEvents(
  parts: EventsParts,
  { types, partnerId, lastEventId, signal }: EventsOptions,
): AsyncGenerator<LiveEvent, void, void> {
  const url = eventsUrl(parts.url, { types: types?.join(","), partner: partnerId });
  let last = lastEventId ?? null;
  const isEnded = () => signal?.aborted === true;
  for (let failures = 0; !isEnded(); ) {
    const authorization = `Bearer ${await parts.bearer()}`;
    let askedMs: number | null = null;
    let leastMs = 0;
    const connection = new AbortController();
    const end = () => connection.abort();
    signal?.addEventListener("abort", end);
    try {
      const body = await open({ send: parts.send, url, authorization, last, connection });
      const openedAt = Date.now();
      leastMs = RETRY_MS * (0.5 + Math.random());
      for await (const { type, id, data } of serverSentEvents(body, SILENCE_MS)) {
        if (id !== null || data !== null || Date.now() - openedAt > LASTING_MS) failures = 0;
        last = id ?? last;
        const event = data === null ? null : liveEventOf(type, last ?? "", data);
        if (event !== null) yield event;
      }
    } catch (error) {
      if (isEnded()) return;
      // What is no answer of the server is a connection that broke.
      if (error instanceof TiergraphError && !error.mayPass) throw error;
      askedMs = error instanceof TiergraphError ? error.pauseMs : null;
    } finally {
      signal?.removeEventListener("abort", end);
      connection.abort();
    }
    await pause(Math.max(pauseAfter(++failures, askedMs), leastMs), signal);
  }
}

interface Opening extends Pick<EventsParts, "url" | "send"> {
  readonly authorization: string;
  readonly last: string | null;
  readonly connection: AbortController;
}

async function open({ url, authorization, send, last, connection }: Opening): Promise<ReadableStream<Uint8Array>> {
  const tooLate = setTimeout(() => connection.abort(), OPEN_WITHIN_MS);
  const headers = {
    accept: "text/event-stream",
    authorization,
    ...(last !== null && { "last-event-id": last }),
  };
  try {
    const response = await send(url, { headers, signal: connection.signal }).catch((cause: unknown) => {
      throw unreachable(ASKED, url, cause);
    });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
    if (response.ok && isStream && response.body !== null) return response.body;
    const body: unknown = await response.json().catch(() => null);
    throw errorOf({ asked: ASKED, url, response, body }) ?? unreachable(ASKED, url, body);
  } finally {
    clearTimeout(tooLate);
  }
}

/** `/events` beside the graph. */
function eventsUrl(graphUrl: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const query = new URLSearchParams(given).toString();
  return `${graphUrl.replace(/[^/]*$/, "")}events${query === "" ? "" : `?${query}`}`;
}

/** Null for a type that a later server has, and this client does not know. */
function liveEventOf(type: string, id: string, data: string): LiveEvent | null {
  const isKnown = type === "reset" || EVENT_TYPES.some((known) => known === type);
  return isKnown ? ({ ...(JSON.parse(data) as object), type, id } as LiveEvent) : null; // As the server writes it.
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    signal?.addEventListener("abort", go);
    if (signal?.aborted === true) go();
  });
