import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { requestOverride } from "./request-override.action.js";
import { endOverride, resolveOverride } from "./resolve-override.action.js";

export const overrideActions = ({ db, publish, clock }: PartnersActionParts) => ({
  requestOverride: requestOverride(db, clock),
  resolveOverride: resolveOverride(db, publish, clock),
  endOverride: endOverride(db, publish, clock),
});
export type OverrideActions = BoundActions<ReturnType<typeof overrideActions>>;
