import { gatewayViewer, isInScope, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import type { LiveService } from "@tiergraph/schema/live-events";
import { type EventPage, type EventSource, LIVE_SERVICES } from "./event-source.js";

/** How long after its commit an event is noticed, at most, while the services answer. */
const POLL_MS = 500;
const LONGEST_POLL_MS = 5_000;

/** Calls those who follow a service once something happened that may be for them. */
export interface EventWatch {
  /** @returns what ends it */
  follow(followed: Followed, onNews: (service: LiveService) => void): () => void;
  close(): void;
}

/** What a stream is for. */
export interface Followed {
  readonly viewer: Viewer;
  /** Null for all. */
  readonly types: readonly string[] | null;
  /** Null for all that the viewer may see. */
  readonly partnerId: string | null;
}

interface Follower extends Followed {
  readonly onNews: (service: LiveService) => void;
}

/**
 * One reader of each service for all streams of this process: it asks, while anybody follows, who has news. What the news
 * is each stream reads for itself, as its viewer.
 */
export function watchEvents(source: EventSource, log: Logger): EventWatch {
  const followers = new Set<Follower>();
  const timers = new Map<LiveService, NodeJS.Timeout>();
  let isClosed = false;

  /** @param isAnew the watch began, or had been interrupted: nobody knows whom the news is for */
  const notify = (service: LiveService, { events }: EventPage, isAnew: boolean): void => {
    for (const follower of followers)
      if (isAnew || events.some((event) => isFor(follower, event))) follower.onNews(service);
  };

  const watch = (service: LiveService): void => {
    let cursor: string | null = null;
    let pauseMs = POLL_MS;
    let isInterrupted = false;
    const look = async (): Promise<void> => {
      try {
        const page = await source.page(service, gatewayViewer, { after: cursor, types: null, partnerId: null });
        cursor = page.cursor;
        pauseMs = page.hasMore ? 0 : POLL_MS;
        notify(service, page, page.isReset || isInterrupted);
        isInterrupted = false;
      } catch (error) {
        isInterrupted = true;
        pauseMs = Math.min(Math.max(pauseMs, POLL_MS) * 2, LONGEST_POLL_MS);
        log.debug({ err: error, service }, "no events could be read");
      }
      if (isClosed || followers.size === 0) timers.delete(service);
      else timers.set(service, setTimeout(look, pauseMs).unref());
    };
    timers.set(service, setTimeout(look, 0));
  };

  return {
    follow(followed, onNews) {
      const follower = { ...followed, onNews };
      followers.add(follower);
      for (const service of LIVE_SERVICES) if (!timers.has(service) && !isClosed) watch(service);
      return () => {
        followers.delete(follower);
      };
    },
    close() {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

const isFor = ({ viewer, types, partnerId }: Followed, event: EventPage["events"][number]): boolean =>
  (partnerId === null ? isInScope(viewer, event.partnerId) : partnerId === event.partnerId) &&
  (types === null || types.includes(event.type));
