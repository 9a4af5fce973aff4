export { CohortIndicatorResolver, IndicatorResolver, PartnerIndicatorResolver } from "./indicator.graphql.js";
export { indicatorReads } from "./indicator.reads.js";
