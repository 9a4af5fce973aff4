import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { blockStep, completeStep } from "./change-step.action.js";

export const onboardingActions = ({ db, clock }: EnablementActionParts) => ({
  completeStep: completeStep(db, clock),
  blockStep: blockStep(db, clock),
});
export type OnboardingActions = BoundActions<ReturnType<typeof onboardingActions>>;
