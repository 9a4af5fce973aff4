import { liveEventTable as tableOf } from "@tiergraph/kit/live/live-event.entity";

export const liveEventTable = tableOf("metrics");
