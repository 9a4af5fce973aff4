export { type Client, type ClientOptions, type Connection, createClient, type Given, newKey } from "./client.js";
export { type Failure, TiergraphError } from "./error.js";
export {
  EVENT_TYPES,
  type EventsOptions,
  type LiveEvent,
  type PartnerEvent,
  type PartnerEventType,
  type ResetEvent,
} from "./events.js";
export { type Operation, operation } from "./operation.js";
