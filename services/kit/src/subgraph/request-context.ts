import type { Viewer } from "../identity/viewer.js";

/**
 * What the resolvers of one request share. Each subject names just what its own resolvers use: `RequestContext<PartnerReads,
 * PartnerActions>`; the service's whole context is all of them.
 */
export interface RequestContext<Reads = unknown, Actions = unknown, Permission extends string = string> {
  readonly viewer: Viewer;
  readonly load: Reads;
  /** Bound to the viewer. */
  readonly actions: Actions;
  /** The day that the request is answered for, UTC. */
  readonly today: string;
  readonly may: (permission: Permission, partnerId: string) => boolean;
}
