export { onboardingActions } from "./actions.js";
export { beginPlans } from "./begin-plans.tx.js";
export { milestoneTable } from "./milestone.entity.js";
export { OnboardedPartnerResolver, OnboardingPlanResolver } from "./onboarding.graphql.js";
export { onboardingReads } from "./onboarding.reads.js";
export { putMilestones, type Reached } from "./onboarding.store.js";
export { onboardingPlanTable } from "./onboarding-plan.entity.js";
export { onboardingStepTable } from "./onboarding-step.entity.js";
export { reach } from "./reach.tx.js";
