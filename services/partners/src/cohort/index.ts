export { cohortActions } from "./actions.js";
export { cohortTable } from "./cohort.entity.js";
export { Cohort, CohortResolver } from "./cohort.graphql.js";
export { type CohortReads, cohortReads } from "./cohort.reads.js";
export { findCohorts, isInCohort } from "./cohort.store.js";
export { cohortMemberTable } from "./cohort-member.entity.js";
