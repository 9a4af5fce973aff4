import type { Viewer } from "../identity/viewer.js";
import type { Say } from "../values/refusal-table.js";

/**
 * What the resolvers of one request share. Each subject names just what its own resolvers use: `RequestContext<PartnerReads,
 * PartnerActions>`; the service's whole context is all of them.
 */
export interface RequestContext<Reads = unknown, Actions = unknown, Permission extends string = string> {
  readonly viewer: Viewer;
  readonly load: Reads;
  /** Bound to the viewer. */
  readonly actions: Actions;
  /** The language of sentences in the answer, as BCP 47 names it. */
  readonly language: string;
  /** Puts a refusal into that language. */
  readonly say: Say;
  /** The day that the request is answered for, UTC. */
  readonly today: string;
  /** Says which mutation is answered from now on. */
  readonly noteMutation?: (mutation: string) => void;
  /** Records that the viewer's role may not use a mutation. */
  readonly noteForbidden?: (mutation: string, input: unknown) => Promise<void>;
  readonly may: (permission: Permission, partnerId: string) => boolean;
}
