export { sessionActions } from "./actions.js";
export { asCalendar } from "./icalendar.js";
export { leaveSessions } from "./leave-sessions.tx.js";
export { sessionTable } from "./session.entity.js";
export { PartnerSessionsResolver, SessionPlaceResolver, SessionResolver } from "./session.graphql.js";
export { sessionReads } from "./session.reads.js";
export { listCalendar } from "./session.store.js";
export { SessionChangeResolver } from "./session-change.graphql.js";
export { sessionPlaceTable } from "./session-place.entity.js";
