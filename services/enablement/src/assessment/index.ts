export { assessmentActions } from "./actions.js";
export { assessmentTable } from "./assessment.entity.js";
export { AttemptResolver, ExaminedPersonResolver } from "./assessment.graphql.js";
export { assessmentReads } from "./assessment.reads.js";
export { attemptTable } from "./attempt.entity.js";
export { CourseAssessmentResolver } from "./course-assessment.graphql.js";
