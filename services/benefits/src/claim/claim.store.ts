import { findBy, listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { tableListing } from "@tiergraph/kit/paging/listing";
import { benefitClaimTable } from "./benefit-claim.entity.js";

export const findClaimByKey = findBy("claim.find-by-key", benefitClaimTable, ["partnerId", "idempotencyKey"]);

export const findClaim = findBy("claim.find", benefitClaimTable, ["partnerId", "claimId"]);

export const findClaims = listByKeys("claim.find-many", benefitClaimTable, ["partnerId", "claimId"]);

export const putClaim = updateBy("claim.put", benefitClaimTable, {
  by: ["partnerId", "claimId"],
  set: ["state", "decidedAt", "decidedBy", "reason", "dueOn", "fulfilledAt", "fulfilledBy"],
});

/** A partner's claims, newest first. */
export const claimList = tableListing("claim.list", benefitClaimTable, {
  of: ["partnerId"],
  orderBy: ["claimId desc"],
});

/** Claims of all partners that someone has to decide or fulfil, oldest first. */
export const openClaimList = tableListing("claim.list-open", benefitClaimTable, {
  where: ["state in ('REQUESTED', 'APPROVED')"],
  orderBy: ["claimId"],
});
