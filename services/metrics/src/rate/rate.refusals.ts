import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_RATES_PER_BATCH = 1_000;

/** Of a whole batch; what is wrong with one rate of it is a `RateProblem`. */
export const batchRefusals = refusalTable("exchange-rates", {
  TooManyRates: {
    at: ["rates"],
    message: "At most {maxRatesPerBatch} rates at a time.",
    values: { maxRatesPerBatch: MAX_RATES_PER_BATCH },
  },
});
export type BatchRefusal = RefusalOf<typeof batchRefusals>;
