import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import type { FactProblem } from "../fact/index.js";

export const duplicateRefusals = refusalTable("duplicate-deals", {
  DuplicateUnknown: { at: ["id"], message: "There is no such group." },
  AlreadyDecided: {
    at: ["id"],
    message: "It was decided before: {state}.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "It was decided before, or the deals no longer look alike.",
  },
  ReasonInvalid: { at: ["reason"], message: "A reason is 1 to 200 characters." },
  FactNotCorrected: {
    at: ["verdict"],
    message: "{problem}",
    values: ({ problem }: { problem: FactProblem }) => ({ problem: problem.message }),
    meaning:
      "A deal cannot be taken back, for example because its period is closed or it has refunds; the message says why. Nothing was decided.",
  },
  /** The verdict names no fact of the group. */
  StandingUnknown: {
    code: "STANDING_FACT_UNKNOWN",
    at: ["standingFactId"],
    message: "Name the fact that stands by its id: it is one of the group.",
  },
});
export type DuplicateRefusal = RefusalOf<typeof duplicateRefusals>;
