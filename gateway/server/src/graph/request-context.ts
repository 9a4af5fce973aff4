import type { RequestIdentity } from "@tiergraph/kit/subgraph/service";

/** What the gateway knows of one request; handed to each subgraph that it asks. */
export interface RequestContext extends RequestIdentity {
  /**
   * By service: what its fetches of this request share. Kept here and not in a `WeakMap` by request: what such a map holds
   * lives until a whole collection, and all that a request read with it.
   */
  shared?: Map<string, object>;
  /** Of requests that came over HTTP. An object of its own, since Apollo Server copies contexts. */
  readonly standing?: Standing;
}

/** Whether the answer to a request stands: see `StandingAnswers`. */
export interface Standing {
  /** When the request came, in milliseconds. */
  readonly at: number;
  /** How often what services keep for all had changed by then; null where nobody here knows. */
  readonly changes: number | null;
  /** Set once it was answered, without an error and from what is kept for all. */
  isSo: boolean;
}

/** @param errors of the answer; undefined where it has none */
export function noteWhetherItStands({ standing, hasRead }: RequestContext, errors: unknown): void {
  if (standing !== undefined) standing.isSo = errors === undefined && hasRead !== true;
}
