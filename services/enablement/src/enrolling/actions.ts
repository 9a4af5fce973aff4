import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { enrollPeople } from "./enroll-people.action.js";
import { recordProgress } from "./record-progress.action.js";

export const enrollingActions = ({ db, clock }: EnablementActionParts) => ({
  enrollPeople: enrollPeople(db, clock),
  recordProgress: recordProgress(db, clock),
});
export type EnrollingActions = BoundActions<ReturnType<typeof enrollingActions>>;
