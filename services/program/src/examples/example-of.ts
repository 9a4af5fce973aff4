import type { Program } from "../document/program/index.js";
import type { Requirement } from "../document/requirements/index.js";
import { addDays, addMonths, formatForReading } from "../exact/index.js";
import { SOLVED_ON } from "../feasibility/index.js";
import { scoreExample } from "./score-example.js";
import { thresholdExamples } from "./threshold-example.js";
import type { WorkedExample } from "./worked-example.js";

/**
 * An example of a leaf requirement or a score. Null where none can be made, since nothing is enough. Throws for a group
 * of requirements.
 */
export function exampleOf(program: Program, requirement: Requirement): WorkedExample | null {
  switch (requirement.kind) {
    case "threshold":
      return thresholdExamples(program, requirement)[0] ?? null;
    case "score":
      return scoreExample(program, requirement);
    case "tenure":
      return requirement.bound === "at-most" ? limitExample(requirement.months) : tenureExample(requirement.months);
    case "approval":
      return {
        meets: "Granted, and not ended on the day, is enough.",
        misses: "Asked for but not granted, or granted and ended, is not.",
      };
    default:
      throw new Error(`${requirement.path} is made of other requirements`);
  }
}

function tenureExample(months: number): WorkedExample {
  const since = addMonths(SOLVED_ON, -months);
  const day = formatForReading(SOLVED_ON);
  return {
    meets: `Held since ${formatForReading(since)} is enough on ${day}.`,
    misses: `Held since ${formatForReading(addDays(since, 1))} is not.`,
  };
}

function limitExample(months: number): WorkedExample {
  const first = addMonths(SOLVED_ON, -months);
  const day = formatForReading(SOLVED_ON);
  return {
    meets: `First held on ${formatForReading(first)} is enough on ${day}.`,
    misses: `First held on ${formatForReading(addDays(first, -1))} is not.`,
  };
}
