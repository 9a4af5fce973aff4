import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { completeModule } from "./complete-module.action.js";

export const moduleActions = ({ db, clock }: EnablementActionParts) => ({
  completeModule: completeModule(db, clock),
});
export type ModuleActions = BoundActions<ReturnType<typeof moduleActions>>;
