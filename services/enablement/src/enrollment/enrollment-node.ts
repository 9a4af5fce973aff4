import { personOf } from "../learner/index.js";
import { type EnrollmentRow } from "./enrollment.entity.js";
import { stateOf } from "./enrollment.js";

export const enrollmentOf = (row: EnrollmentRow) => ({
  person: personOf(row),
  enrolledOn: row.enrolledOn,
  percent: row.progressPercent,
  state: stateOf(row),
  completedOn: row.completedOn,
  row,
});
