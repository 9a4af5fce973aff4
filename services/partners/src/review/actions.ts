import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { recordReview } from "./record-review.action.js";

export const reviewActions = ({ db, publish, clock }: PartnersActionParts) => ({
  recordReview: recordReview(db, publish, clock),
});
export type ReviewActions = BoundActions<ReturnType<typeof reviewActions>>;
