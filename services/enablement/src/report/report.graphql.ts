import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import type { ReportProblem } from "./check-report.js";

export const TrainingOutcome = graphEnum("TrainingOutcome", ["Recorded", "Unchanged", "Refused"], {
  description: "The result for one item of a batch: new, already known, or refused.",
  valuesConfig: {
    RECORDED: { description: "It is new; in a dry run, it would be." },
    UNCHANGED: { description: "It was known already: nothing was done." },
    REFUSED: { description: "It was not taken; `code` says why." },
  },
});
export type TrainingOutcome = (typeof TrainingOutcome)[string];

export const TrainingRefusalCode = graphEnum(
  "TrainingRefusalCode",
  ["PERSON_NOT_FOUND", "COURSE_UNKNOWN", "DAY_INVALID", "DAY_IN_FUTURE"],
  {
    description: "Why one item of a batch was not taken.",
    valuesConfig: {
      PERSON_NOT_FOUND: { description: "There is no such person." },
      COURSE_UNKNOWN: { description: "The program in force offers no such course." },
      DAY_INVALID: { description: "The day is before the year 1000." },
      DAY_IN_FUTURE: { description: "The day is after today (UTC)." },
    },
  },
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
