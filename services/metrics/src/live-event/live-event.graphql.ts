import { liveEventPageType, liveEventsResolver } from "@tiergraph/kit/live/live-events.graphql";

/** `metricsLiveEvents`: what the gateway serves at `/events`. */
export const LiveEventResolver = liveEventsResolver("metrics", liveEventPageType());
