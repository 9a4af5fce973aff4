import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { publishAssessment } from "./publish-assessment.action.js";
import { finishAttemptWith, startAttempt } from "./take-assessment.action.js";

export const assessmentActions = ({ db, publish, clock }: EnablementActionParts) => ({
  publishAssessment: publishAssessment(db, clock),
  startAttempt: startAttempt(db, clock),
  finishAttempt: finishAttemptWith(db, publish, clock),
});
export type AssessmentActions = BoundActions<ReturnType<typeof assessmentActions>>;
