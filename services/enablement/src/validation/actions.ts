import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { declareEndpoint, recordCheck, runValidation } from "./run-validation.action.js";

export const validationActions = ({ db, publish, clock, probedOrigins }: EnablementActionParts) => ({
  declareEndpoint: declareEndpoint(db, clock, probedOrigins),
  runValidation: runValidation(db, publish, clock),
  recordCheck: recordCheck(db, clock),
});
export type ValidationActions = BoundActions<ReturnType<typeof validationActions>>;
