import { personOf } from "../learner/index.js";
import type { EnrollmentRow } from "./enrollment.entity.js";
import { stateOf } from "./enrollment.js";

export const enrollmentOf = (row: EnrollmentRow) => ({
  person: personOf(row),
  ...row,
  percent: row.progressPercent,
  state: stateOf(row),
  row,
});
