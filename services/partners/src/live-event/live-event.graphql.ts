import { liveEventPageType, liveEventsResolver } from "@tiergraph/kit/live/live-events.graphql";

/** `partnersLiveEvents`: what the gateway serves at `/events`. */
export const LiveEventResolver = liveEventsResolver("partners", liveEventPageType());
