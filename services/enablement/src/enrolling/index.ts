export { enrollingActions } from "./actions.js";
export { EnrollPeopleResolver } from "./enroll-people.graphql.js";
export { RecordProgressResolver } from "./record-progress.graphql.js";
