import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { ViewerActions } from "./actions.js";
import type { Loaders } from "./loaders.js";

/** What the resolvers of one request share. */
export interface Context {
  readonly viewer: Viewer;
  /** The actions, bound to the viewer. */
  readonly actions: ViewerActions;
  readonly load: Loaders;
  /** The day that the request is answered for, UTC. */
  readonly today: string;
}
