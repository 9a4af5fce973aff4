import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

/** Of a whole batch; what is wrong with one fact of it is a `FactProblem`. */
export const correctionRefusals = refusalTable("correction", {
  TooManyFacts: {
    at: ["facts"],
    message: "At most {limit} facts at a time.",
    values: ({ limit }: { limit: number }) => ({ limit }),
    meaning: "At most 1,000 facts are taken at a time.",
  },
  ReasonInvalid: { at: ["reason"], message: "A reason is 1 to 200 characters." },
  NoProgramInForce: { at: ["facts"], message: "No program is in force: publish one first." },
});
export type CorrectionRefusal = RefusalOf<typeof correctionRefusals>;
