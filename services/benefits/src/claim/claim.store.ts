import { findBy, listByKeys } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { dayOrNever, requestLists } from "../request-list/index.js";
import { benefitClaimTable } from "./benefit-claim.entity.js";

export const findClaimByKey = findBy("claim.find-by-key", benefitClaimTable, ["partnerId", "idempotencyKey"]);

export const findClaim = findBy("claim.find", benefitClaimTable, ["partnerId", "claimId"]);

export const findClaims = listByKeys("claim.find-many", benefitClaimTable, ["partnerId", "claimId"]);

export const putClaim = updateBy("claim.put", benefitClaimTable, {
  by: ["partnerId", "claimId"],
  set: ["state", "decidedAt", "decidedBy", "reason", "dueOn", "fulfilledAt", "fulfilledBy"],
});

export const claimLists = requestLists("claim.list", benefitClaimTable, {
  id: "claimId",
  orders: { DUE: [dayOrNever(benefitClaimTable, "dueOn")] },
});
