export { Course, CourseResolver, CourseRole } from "./course.graphql.js";
export { type CourseReads, courseReads } from "./course.reads.js";
export { courseOf } from "./course-node.js";
export { type CourseVersion, courseVersionTable } from "./course-version.entity.js";
export { outdatedOn, taughtSince, versionOn } from "./course-version.js";
export { addCourseVersions, changeVersions, holdVersions, listCourseVersions } from "./course-version.store.js";
