export { waitingKeyOf, waitingReads } from "./waiting.reads.js";
export { type WaitingFactRow, waitingFactTable } from "./waiting-fact.entity.js";
export { WaitingFact, WaitingFactResolver } from "./waiting-fact.graphql.js";
export { endWaiting, lockWaiting, lockWaitingFor, putWaiting } from "./waiting-fact.store.js";
export { waitingFactOf } from "./waiting-fact-node.js";
