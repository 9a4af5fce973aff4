import type { RequestIdentity } from "@tiergraph/kit/subgraph/service";

/** What the gateway knows of one request; handed to each subgraph that it asks. */
export type RequestContext = RequestIdentity;
