import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import type { FactProblem } from "../fact/index.js";

/** Why nothing can be recorded before a first program is published. */
export const NO_PROGRAM: FactProblem = { code: "KIND_UNKNOWN", field: "id", message: "No program is in force." };

export const decisionRefusals = refusalTable("waiting-fact", {
  WaitingUnknown: { code: "WAITING_FACT_UNKNOWN", at: ["id"], message: "There is no such waiting fact." },
  AlreadyEnded: {
    at: ["id"],
    message: "It no longer waits: {state}.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "It no longer waits: it was recorded or discarded.",
  },
  ReasonInvalid: { at: ["reason"], message: "A reason is 1 to 200 characters." },
  /** It asks for a total, and its total is not what it waits for. */
  DecisionInvalid: {
    at: ["decision"],
    message: "Totals are decided where a total differs: discard this fact, or try again.",
  },
  StillNotRecorded: {
    at: ["decision"],
    message: "{problem}",
    values: ({ problem }: { problem: FactProblem }) => ({ problem: problem.message }),
    meaning: "It cannot be recorded yet, or not by this total; the message says why. It waits on.",
  },
});
export type DecisionRefusal = RefusalOf<typeof decisionRefusals>;
