import type { ServiceName } from "../database/provision.js";
import type { ReadParts } from "../subgraph/parts.js";
import { type FoundEvent, listLiveEvents } from "./live-event.store.js";
import { afterTransaction, isStillKept, type LivePlace, readPlace, writePlace } from "./live-position.js";

/** What was recorded of one partner. */
export interface LiveEvent {
  readonly partnerId: string;
  readonly type: string;
  readonly at: Date;
  /** Pass as `after` to read on from here. */
  readonly cursor: string;
}

export interface LiveEventPage {
  readonly events: LiveEvent[];
  /** Pass as `after` to read on from the end of the page. */
  readonly cursor: string;
  /** Whether what was before the page is unknown: nothing was asked after, or it is no longer kept. */
  readonly isReset: boolean;
  readonly hasMore: boolean;
}

export interface LiveAsked {
  readonly after?: string | null;
  readonly types?: readonly string[] | null;
  readonly partnerId?: string | null;
}

/** What of the events a viewer may see. */
interface LiveReach {
  readonly service: ServiceName;
  readonly follows: (partnerId: string) => boolean;
  readonly seesWithheld: boolean;
}

const PAGE_SIZE = 200;
const LIST = "live events";
/** Past each transaction: what is asked after it is the horizon alone. */
const NOTHING = afterTransaction(2n ** 63n - 1n);

/** The events of one service, as far as the viewer may see their partners. */
export function liveEventReads({ reader, viewer, cursors, now }: ReadParts, reach: LiveReach) {
  const { service, follows, seesWithheld } = reach;
  const list = `${LIST} of ${service}`;
  const seal = (place: LivePlace) => cursors.seal(viewer, list, writePlace(place));
  const placeOf = (after: string | null | undefined): LivePlace | null => {
    const opened = after == null ? null : cursors.open(viewer, list, after);
    return opened === null ? null : readPlace(opened);
  };
  const reached = (partnerId: string | null | undefined): readonly string[] | null => {
    const scope = viewer.partnerIds === "all" ? null : [...viewer.partnerIds].filter(follows);
    if (partnerId == null) return scope;
    return follows(partnerId) ? [partnerId] : [];
  };
  return {
    async liveEvents({ after, types = null, partnerId }: LiveAsked): Promise<LiveEventPage> {
      const place = placeOf(after);
      const found = await listLiveEvents(reader, service, {
        after: place ?? NOTHING,
        partnerIds: reached(partnerId),
        types,
        seesWithheld,
        limit: PAGE_SIZE,
      });
      const horizon = found[0]?.horizon ?? 0n;
      const end = seal({ ...afterTransaction(horizon - 1n), readAt: now });
      if (place === null || !isStillKept(place, { horizon, now }))
        return { events: [], cursor: end, isReset: true, hasMore: false };
      const rows = found.flatMap((row) => (isEvent(row) ? [row] : []));
      const events = rows.slice(0, PAGE_SIZE).map((row, i): LiveEvent => {
        const isLastOfTransaction = rows[i + 1]?.position !== row.position;
        const here = isLastOfTransaction ? afterTransaction(row.position) : row;
        return {
          partnerId: row.partnerId,
          type: row.type,
          at: row.recordedAt,
          // A place in what happened long ago is as old as that, however late it is read.
          cursor: seal({ ...here, readAt: row.recordedAt }),
        };
      });
      const hasMore = rows.length > PAGE_SIZE;
      // The policy is asked for each partner as well: a scope of all is cut by the database alone.
      const shown = events.filter((event) => follows(event.partnerId));
      return { events: shown, cursor: hasMore ? (events.at(-1)?.cursor ?? end) : end, isReset: false, hasMore };
    },
  };
}
export type LiveEventReads = ReturnType<typeof liveEventReads>;

type Event = { readonly [Name in keyof FoundEvent]: NonNullable<FoundEvent[Name]> };
const isEvent = (row: FoundEvent): row is Event => row.position !== null;
