import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { decideDuplicate } from "./decide-duplicate.action.js";

export const duplicateActions = ({ db, publish, clock }: MetricsActionParts) => ({
  decideDuplicate: decideDuplicate(db, publish, clock),
});
export type DuplicateActions = BoundActions<ReturnType<typeof duplicateActions>>;
