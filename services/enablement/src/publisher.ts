import type { Publish } from "@tiergraph/kit/jobs/publisher";
import type { ActionParts } from "@tiergraph/kit/subgraph/parts";
import type { EventBodies } from "@tiergraph/schema/events";

/** How actions of this service publish what happened, within their own transaction. */
export type EnablementPublisher = Publish<EventBodies>;

/** What the actions of this service are made of. */
export interface EnablementActionParts extends ActionParts<EnablementPublisher> {
  /** Origins that endpoints may be probed at although they are private. */
  readonly probedOrigins: readonly string[];
}
