import type { Viewer } from "../identity/viewer.js";

export type ViewerActions = Record<string, (viewer: Viewer, request: never) => Promise<unknown>>;

/** Actions as the resolvers of one request call them: the viewer is given once. */
export type BoundActions<Actions extends ViewerActions> = {
  readonly [Name in keyof Actions]: (request: Parameters<Actions[Name]>[1]) => ReturnType<Actions[Name]>;
};

/** How the actions of a service are bound to a viewer: each once it is called, since most requests call none. */
export function actionBinder<Actions extends ViewerActions>(
  actions: Actions,
): (viewer: Viewer) => BoundActions<Actions> {
  const prototype = {};
  for (const [name, act] of Object.entries(actions))
    Object.defineProperty(prototype, name, {
      value(this: { readonly viewer: Viewer }, request: never) {
        return act(this.viewer, request);
      },
    });
  // Built from the very entries that the type maps.
  return (viewer) => Object.assign(Object.create(prototype), { viewer }) as BoundActions<Actions>;
}
