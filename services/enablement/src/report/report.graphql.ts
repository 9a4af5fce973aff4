import { registerEnumType } from "type-graphql";
import type { ReportProblem } from "./check-report.js";

export enum TrainingOutcome {
  RECORDED = "Recorded",
  UNCHANGED = "Unchanged",
  REFUSED = "Refused",
}
registerEnumType(TrainingOutcome, {
  name: "TrainingOutcome",
  description: "The result for one item of a batch: new, already known, or refused.",
});

export enum TrainingRefusalCode {
  PERSON_NOT_FOUND = "PERSON_NOT_FOUND",
  COURSE_UNKNOWN = "COURSE_UNKNOWN",
  DAY_INVALID = "DAY_INVALID",
  DAY_IN_FUTURE = "DAY_IN_FUTURE",
}
registerEnumType(TrainingRefusalCode, {
  name: "TrainingRefusalCode",
  description: "Why one item of a batch was not taken.",
});

interface Outcome {
  readonly kind: `${TrainingOutcome}`;
}

/** How many items of a batch came to each outcome. */
export function countOutcomes(outcomes: readonly Outcome[]): { recorded: number; unchanged: number; refused: number } {
  const count = (kind: Outcome["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return { recorded: count("Recorded"), unchanged: count("Unchanged"), refused: count("Refused") };
}

/** What a refused item says of itself. */
export const refusalOf = ({ code, field, message }: ReportProblem) => ({
  code: TrainingRefusalCode[code],
  field,
  message,
});
