import type { Publish } from "@tiergraph/kit/jobs/publisher";
import type { ActionParts } from "@tiergraph/kit/subgraph/parts";
import type { EventBodies } from "@tiergraph/schema/events";

/** How actions of this service publish what happened, within their own transaction. */
export type PartnersPublisher = Publish<EventBodies>;

/** What the actions of this service are made of. */
export type PartnersActionParts = ActionParts<PartnersPublisher>;
