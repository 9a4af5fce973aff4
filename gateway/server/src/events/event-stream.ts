import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { LIVE_EVENTS, type LiveEventType, type LiveService } from "@tiergraph/schema/live-events";
import { type EventCursors, writeEventId } from "./event-id.js";
import { type EventPage, type EventSource, LIVE_SERVICES } from "./event-source.js";
import type { EventWatch } from "./watch-events.js";

/** A comment comes so often where nothing happens, so that proxies and clients see that the stream lives. */
const BEAT_MS = 15_000;
/** A client that takes nothing for so long is let go: it comes back where it left. */
const MAX_LAG_MS = 20_000;
/** An id is renewed so often where nothing happens: a quiet stream is resumed like another. */
const RENEW_MS = 60 * 60 * 1_000;
/** What a browser waits before it comes back. */
const RETRY_MS = 2_000;

export interface EventStreamOptions {
  readonly response: ServerResponse;
  readonly source: EventSource;
  readonly watch: EventWatch;
  readonly viewer: Viewer;
  /** Null for all. */
  readonly types: readonly LiveEventType[] | null;
  /** Null for all that the viewer may see. */
  readonly partnerId: string | null;
  readonly cursors: EventCursors;
  /** When the token ends, in milliseconds. */
  readonly tokenEndsAt: number;
  /** Whether the token would be taken now. */
  readonly isTokenValid: () => Promise<boolean>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/**
 * Writes one stream until its client leaves, lags or has no valid token any more, or until the signal. Nothing is kept for
 * a client: it reads from the services as fast as it takes what was read, at most a page of each at a time.
 */
export async function runEventStream(options: EventStreamOptions): Promise<void> {
  const { response, watch, viewer, types, partnerId, signal } = options;
  if (response.closed || response.destroyed) return; // It left while its token and partner were looked up.
  const left = new AbortController();
  const leave = () => left.abort();
  response.once("close", leave).once("error", leave);
  const stream = new EventStream(options, AbortSignal.any([signal, left.signal]));
  const unfollow = watch.follow({ viewer, types, partnerId }, stream.onNews);
  try {
    await stream.run();
  } catch {
    response.destroy(); // It left, or it takes nothing.
  } finally {
    unfollow();
    response.end();
  }
}

class EventStream {
  readonly #services: readonly LiveService[];
  readonly #news: Set<LiveService>;
  /** Services that did not answer: asked again with the next beat, or when the watch notices news. */
  readonly #silent = new Set<LiveService>();
  #cursors: EventCursors;
  #renewedAt = Date.now();
  #isRenewed = false;
  #wake = () => {};

  constructor(
    private readonly options: EventStreamOptions,
    private readonly ended: AbortSignal,
  ) {
    const { types, cursors } = options;
    this.#services = LIVE_SERVICES.filter(
      (service) => types === null || LIVE_EVENTS[service].some((type) => types.includes(type)),
    );
    this.#news = new Set(this.#services);
    this.#cursors = cursors;
  }

  onNews = (service: LiveService): void => {
    if (!this.#services.includes(service)) return;
    this.#news.add(service);
    this.#wake();
  };

  async run(): Promise<void> {
    await this.#write(`retry: ${RETRY_MS}\n\n`);
    for (let beatAt = Date.now() + BEAT_MS; !this.ended.aborted; ) {
      if (this.#news.size > 0) await this.#writeNews();
      else await this.#pause(Math.min(beatAt, this.options.tokenEndsAt) - Date.now());
      if (Date.now() < Math.min(beatAt, this.options.tokenEndsAt)) continue;
      if (!(await this.options.isTokenValid())) return;
      await this.#write(this.#beat());
      beatAt = Date.now() + BEAT_MS;
    }
  }

  /** Reads a page of each service that has news. */
  async #writeNews(): Promise<void> {
    const services = [...this.#news];
    this.#news.clear();
    const pages = await Promise.all(services.map(async (service) => [service, await this.#page(service)] as const));
    for (const [service, page] of pages) {
      if (page === null) this.#silent.add(service);
      else if (page.hasMore) this.#news.add(service);
    }
    const answered = pages.flatMap(([service, page]) => (page === null ? [] : [{ service, ...page }]));
    // First, so that no id that goes on after a gap is sent before the gap is.
    const resets = answered.filter(({ isReset }) => isReset);
    for (const { service, cursor } of resets) this.#moveTo(service, cursor);
    let text = resets.length === 0 ? "" : eventText("reset", this.#idToSend(), { at: new Date().toISOString() });
    for (const { service, events, cursor: end } of answered) {
      for (const { partnerId, type, at, cursor } of events) {
        this.#moveTo(service, cursor);
        text += eventText(type, this.#idToSend(), { partnerId, at: at.toISOString() });
      }
      this.#moveTo(service, end);
    }
    if (text !== "") await this.#write(text);
  }

  /** Null where the service does not answer. */
  #page(service: LiveService): Promise<EventPage | null> {
    const { source, viewer, types, partnerId } = this.options;
    return source.page(service, viewer, { after: this.#cursors[service], types, partnerId }).catch(() => null);
  }

  #moveTo(service: LiveService, cursor: string): void {
    this.#cursors = { ...this.#cursors, [service]: cursor };
  }

  #idToSend(): string {
    return writeEventId(this.#cursors);
  }

  /** A comment; with the id alone once an hour: more often, it would show that something happened which is not shown. */
  #beat(): string {
    const isRenewed = this.#isRenewed;
    this.#isRenewed = Date.now() - this.#renewedAt >= RENEW_MS;
    if (this.#isRenewed) {
      this.#renewedAt = Date.now();
      for (const service of this.#services) this.#news.add(service);
    }
    for (const service of this.#silent) this.#news.add(service);
    this.#silent.clear();
    return isRenewed ? `: beat\nid: ${writeEventId(this.#cursors)}\n\n` : ": beat\n\n";
  }

  /** Until there is news, or the stream ends, and no longer than so many milliseconds. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        this.ended.removeEventListener("abort", go);
        resolve();
      };
      const timer = setTimeout(go, Math.max(ms, 0));
      this.#wake = go;
      this.ended.addEventListener("abort", go);
    });
  }

  /** @throws where the client has left, or takes nothing */
  async #write(text: string): Promise<void> {
    const { response } = this.options;
    if (response.write(text)) return;
    await once(response, "drain", { signal: AbortSignal.any([this.ended, AbortSignal.timeout(MAX_LAG_MS)]) });
  }
}

const eventText = (type: string, id: string, data: object): string =>
  `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
