export { Benefit, BenefitResolver, CatalogueResolver, TierBenefitsResolver } from "./benefit.graphql.js";
export { type BenefitNode, benefitNode, benefitReads } from "./benefit.reads.js";
