import type { Viewer } from "../identity/viewer.js";

export type ViewerActions = Record<string, (viewer: Viewer, request: never) => Promise<unknown>>;

/** Actions as the resolvers of one request call them: the viewer is given once. */
export type BoundActions<Actions extends ViewerActions> = {
  readonly [Name in keyof Actions]: (request: Parameters<Actions[Name]>[1]) => ReturnType<Actions[Name]>;
};

export const bindActions = <Actions extends ViewerActions>(actions: Actions, viewer: Viewer): BoundActions<Actions> =>
  Object.fromEntries(
    Object.entries(actions).map(([name, act]) => [name, (request: never) => act(viewer, request)]),
  ) as BoundActions<Actions>; // Built from the very entries that the type maps.
