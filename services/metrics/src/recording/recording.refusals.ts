import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

/** Of a whole batch; what is wrong with one fact of it is a `FactProblem`. */
export const recordingRefusals = refusalTable("recording", {
  TooManyFacts: {
    at: ["facts"],
    message: "At most {limit} facts at a time.",
    values: ({ limit }: { limit: number }) => ({ limit }),
    meaning: "At most 1,000 facts are taken at a time.",
  },
  NoProgramInForce: {
    at: ["facts"],
    message: "No program is in force: publish one first, so that facts have a currency.",
  },
});
export type RecordingRefusal = RefusalOf<typeof recordingRefusals>;
