import type { FileStore } from "@tiergraph/kit/files/file-store";
import type { Publish } from "@tiergraph/kit/jobs/publisher";
import type { ActionParts, ReadParts } from "@tiergraph/kit/subgraph/parts";
import type { EventBodies } from "@tiergraph/schema/events";

/** How actions of this service publish what happened. */
export type BenefitsPublisher = Publish<EventBodies>;

/** What the actions of this service are made of. */
export interface BenefitsActionParts extends ActionParts<BenefitsPublisher> {
  readonly files: FileStore;
}
/** What its reads are made of. */
export interface BenefitsReadParts extends ReadParts {
  readonly files: FileStore;
}
