import type { RequestIdentity } from "@tiergraph/kit/subgraph/service";

/** What the gateway knows of one request; handed to each subgraph that it asks. */
export interface RequestContext extends RequestIdentity {
  /**
   * By service: what its fetches of this request share. Kept here and not in a `WeakMap` by request: what such a map holds
   * lives until a whole collection, and all that a request read with it.
   */
  shared?: Map<string, object>;
}
