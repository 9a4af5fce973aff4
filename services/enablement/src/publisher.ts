import type { Publish } from "@tiergraph/kit/jobs/publisher";
import type { EventBodies } from "@tiergraph/schema/events";

/** How the actions of this service tell the others what happened, within their own transaction. */
export type EnablementPublisher = Publish<EventBodies>;
