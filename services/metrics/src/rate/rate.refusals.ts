import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_RATES_PER_BATCH = 1_000;

/** Of a whole batch; what is wrong with one rate of it is a `RateProblem`. */
export const batchRefusals = refusalTable({
  TooManyRates: { at: ["rates"], message: `At most ${MAX_RATES_PER_BATCH} rates at a time.` },
});
export type BatchRefusal = RefusalOf<typeof batchRefusals>;
