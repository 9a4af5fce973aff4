export { learnerTable } from "./learner.entity.js";
export { learnerReads } from "./learner.reads.js";
export { findLearners, type LearnerKey, lockLearners, putLearners, putLeaving } from "./learner.store.js";
export { personOf } from "./learner-node.js";
