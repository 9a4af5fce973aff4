import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { recordCompletions } from "./record-completions.action.js";

export const completionActions = ({ db, publish, clock }: EnablementActionParts) => ({
  recordCompletions: recordCompletions(db, publish, clock),
});
export type CompletionActions = BoundActions<ReturnType<typeof completionActions>>;
