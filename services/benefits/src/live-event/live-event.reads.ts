import { liveEventReads as readsOf } from "@tiergraph/kit/live/live-events.reads";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { policy } from "../policy.js";

/** What a viewer is notified of. */
export const liveEventReads = (parts: ReadParts) =>
  readsOf(parts, {
    service: "benefits",
    follows: (partnerId) => policy.permitsFor(parts.viewer, "follow events", partnerId),
    seesWithheld: true,
  });
