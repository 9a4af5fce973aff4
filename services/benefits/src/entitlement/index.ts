export { type EntitlementRow, entitlementTable } from "./entitlement.entity.js";
export { BenefitingPartnerResolver } from "./entitlement.graphql.js";
export { entitlementReads } from "./entitlement.reads.js";
export { listEntitlements } from "./entitlement.store.js";
export { followTierChanges } from "./follow-tier-changes.tx.js";
export { onEntitlementsOutdated, publishEntitlementsOutdated } from "./on-entitlements-outdated.js";
