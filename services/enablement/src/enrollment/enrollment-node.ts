import { personOf } from "../learner/index.js";
import { stateOf } from "./enrollment.js";
import type { EnrollmentRow } from "./enrollment.store.js";

export const enrollmentOf = (row: EnrollmentRow) => ({
  person: personOf(row),
  enrolledOn: row.enrolledOn,
  percent: row.progressPercent,
  state: stateOf(row),
  completedOn: row.completedOn,
  row,
});
