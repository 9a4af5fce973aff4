import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { removeCohort, saveCohort } from "./save-cohort.action.js";

export const cohortActions = ({ db, clock }: PartnersActionParts) => ({
  saveCohort: saveCohort(db, clock),
  removeCohort: removeCohort(db),
});
export type CohortActions = BoundActions<ReturnType<typeof cohortActions>>;
