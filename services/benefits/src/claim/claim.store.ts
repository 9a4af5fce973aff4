import { findBy, pageBy } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { benefitClaimTable } from "./benefit-claim.entity.js";

export const findClaimByKey = findBy("claim.find-by-key", benefitClaimTable, ["partnerId", "idempotencyKey"]);

export const findClaim = findBy("claim.find", benefitClaimTable, ["partnerId", "claimId"]);

export const putClaim = updateBy("claim.put", benefitClaimTable, {
  by: ["partnerId", "claimId"],
  set: ["state", "decidedAt", "decidedBy", "reason", "dueOn", "fulfilledAt", "fulfilledBy"],
});

/** A partner's claims, newest first. */
export const listClaims = pageBy("claim.list", benefitClaimTable, {
  by: "claimId",
  of: ["partnerId"],
  newestFirst: true,
});

/** Claims of all partners that someone has to decide or fulfil, oldest first. */
export const listOpenClaims = pageBy("claim.list-open", benefitClaimTable, {
  by: "claimId",
  where: "state in ('REQUESTED', 'APPROVED')",
});
