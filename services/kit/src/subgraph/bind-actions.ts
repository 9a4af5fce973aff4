import type { RecordAction } from "../audit/record-action.js";
import type { Viewer } from "../identity/viewer.js";
import type { RequestIdentity } from "./service.js";

export type ViewerActions = Record<string, (viewer: Viewer, request: never) => Promise<unknown>>;

/** Actions as the resolvers of one request call them: the viewer is given once. */
export type BoundActions<Actions extends ViewerActions> = {
  readonly [Name in keyof Actions]: (request: Parameters<Actions[Name]>[1]) => ReturnType<Actions[Name]>;
};

/** How the actions of a service are bound to a request: each once it is called, since most requests call none. */
export function actionBinder<Actions extends ViewerActions>(
  actions: Actions,
  record: RecordAction,
): (identity: RequestIdentity) => BoundActions<Actions> {
  const prototype = {};
  for (const [name, act] of Object.entries(actions))
    Object.defineProperty(prototype, name, {
      value(this: { readonly identity: RequestIdentity }, request: never) {
        this.identity.hasRead = true;
        return record(this.identity, { action: name, input: request }, (viewer) => act(viewer, request));
      },
    });
  // Built from the very entries that the type maps.
  return (identity) => Object.assign(Object.create(prototype), { identity }) as BoundActions<Actions>;
}
