import type { Publish } from "@tiergraph/kit/jobs/publisher";
import type { EventBodies } from "@tiergraph/schema/events";

/** How actions of this service publish what happened. */
export type BenefitsPublisher = Publish<EventBodies>;
