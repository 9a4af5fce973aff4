import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { personOf } from "../learner/index.js";
import type { EnrollmentRow } from "./enrollment.entity.js";
import { stateOf } from "./enrollment.js";

export const enrollmentOf = (row: EnrollmentRow) => {
  const person = personOf(row);
  return {
    id: encodeNamedId("Enrollment", person.id, row.course),
    person,
    ...row,
    percent: row.progressPercent,
    state: stateOf(row),
    row,
  };
};
