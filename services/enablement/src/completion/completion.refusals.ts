import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { MAX_REPORTS_PER_BATCH } from "../report/index.js";

/** Of the whole batch. */
export const completionRefusals = refusalTable("completion", {
  TooMany: {
    at: ["completions"],
    message: "At most {maxReportsPerBatch} completions at a time.",
    values: { maxReportsPerBatch: MAX_REPORTS_PER_BATCH },
  },
  NoProgramInForce: {
    at: ["completions"],
    message: "No program is in force: publish one with its courses first.",
  },
});
export type CompletionRefusal = RefusalOf<typeof completionRefusals>;
