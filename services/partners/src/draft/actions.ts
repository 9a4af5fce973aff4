import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { saveDraft } from "./save-draft.action.js";

export const draftActions = ({ db, clock }: PartnersActionParts) => ({
  saveDraft: saveDraft(db, clock),
});
export type DraftActions = BoundActions<ReturnType<typeof draftActions>>;
