import { liveEventPageType, liveEventsResolver } from "@tiergraph/kit/live/live-events.graphql";

/** `benefitsLiveEvents`: what the gateway serves at `/events`. */
export const LiveEventResolver = liveEventsResolver("benefits", liveEventPageType());
