import type { AtRiskRow } from "./manager.store.js";

export const atRiskOf = ({ partnerId, overdueSteps, blockedSteps, expiringCertifications }: AtRiskRow) => ({
  partner: { id: partnerId },
  overdueSteps,
  blockedSteps,
  expiringCertifications,
});
