import type { Manager } from "./choose-manager.js";
import type { AssignedRow, AtRiskRow } from "./manager.store.js";

export const managerOf = ({ role, ...manager }: Manager) => ({
  ...manager,
  role: role,
});

export const assignedOf = ({ partnerId: _, role, ...row }: AssignedRow) => ({
  ...row,
  role: role,
});

export const atRiskOf = ({ partnerId, overdueSteps, blockedSteps, expiringCertifications }: AtRiskRow) => ({
  partner: { id: partnerId },
  overdueSteps,
  blockedSteps,
  expiringCertifications,
});
