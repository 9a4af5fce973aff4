import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import type { ReportProblem } from "./check-report.js";

export const TrainingOutcome = graphEnum("TrainingOutcome", ["Recorded", "Unchanged", "Refused"], {
  description: "The result for one item of a batch: new, already known, or refused.",
});
export type TrainingOutcome = (typeof TrainingOutcome)[string];

export const TrainingRefusalCode = graphEnum(
  "TrainingRefusalCode",
  ["PERSON_NOT_FOUND", "COURSE_UNKNOWN", "DAY_INVALID", "DAY_IN_FUTURE"],
  { description: "Why one item of a batch was not taken." },
);
export type TrainingRefusalCode = (typeof TrainingRefusalCode)[string];

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
  code: code,
  field,
  message,
});
