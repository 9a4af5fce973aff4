export { releaseActions } from "./actions.js";
export { DecideWaitingResolver } from "./decide-waiting.graphql.js";
export { releaseWaiting } from "./release-waiting.action.js";
