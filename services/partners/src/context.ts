import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Loaders } from "./loaders.js";
import type { Permission } from "./policy.js";
import type { ViewerActions } from "./service.js";

/** What the resolvers of one request share. */
export interface Context {
  readonly viewer: Viewer;
  /** The actions, bound to the viewer. */
  readonly actions: ViewerActions;
  readonly load: Loaders;
  readonly may: (permission: Permission, partnerId: string) => boolean;
}
