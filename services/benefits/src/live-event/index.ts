export { liveEventTable } from "./live-event.entity.js";
export { LiveEventResolver } from "./live-event.graphql.js";
export { liveEventReads } from "./live-event.reads.js";
