import type { Publish } from "@tiergraph/kit/jobs/publisher";
import type { ActionParts } from "@tiergraph/kit/subgraph/parts";
import type { EventBodies } from "@tiergraph/schema/events";

/** How the actions of this service tell the others what happened, within their own transaction. */
export type PartnersPublisher = Publish<EventBodies>;

/** What the actions of this service are made of. */
export type PartnersActionParts = ActionParts<PartnersPublisher>;
