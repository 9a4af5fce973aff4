import { MAX_SELECTIONS } from "@tiergraph/kit/subgraph/selection-bound";
import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { MAX_SAVED_QUERIES, MAX_UNFINISHED } from "./export.js";

const VARIABLES_INVALID = { at: ["variables"], message: "Expected is a JSON object." };

export const savingRefusals = refusalTable("saved-query", {
  NameInvalid: { at: ["name"], message: "A name is small letters, digits and hyphens, at most 64." },
  SourceInvalid: {
    at: ["source"],
    message: "Give one query of at most 20,000 characters and {maxSelections} fields, those of its fragments included.",
    values: { maxSelections: MAX_SELECTIONS },
  },
  VariablesInvalid: VARIABLES_INVALID,
  TooMany: {
    at: ["name"],
    message: "You have {maxSavedQueries} saved queries: remove one.",
    values: { maxSavedQueries: MAX_SAVED_QUERIES },
  },
});
export type SavingRefusal = RefusalOf<typeof savingRefusals>;

export const removalRefusals = refusalTable("saved-query-removal", {
  QueryUnknown: { at: ["name"], message: "There is no such query." },
});
export type RemovalRefusal = RefusalOf<typeof removalRefusals>;

export const startRefusals = refusalTable("export-start", {
  QueryUnknown: { at: ["savedQuery"], message: "You have no saved query of this name." },
  VariablesInvalid: VARIABLES_INVALID,
  KeyInvalid: { at: ["idempotencyKey"], message: "A key is 1 to 200 characters." },
  KeyReused: { at: ["idempotencyKey"], message: "The key is that of another request." },
  TooManyRunning: {
    at: ["savedQuery"],
    message: "{maxUnfinished} of your exports have not ended: wait, or cancel one.",
    values: { maxUnfinished: MAX_UNFINISHED },
  },
});
export type StartRefusal = RefusalOf<typeof startRefusals>;

export const cancelRefusals = refusalTable("export-cancel", {
  NotRunning: { at: ["id"], message: "You have no such export that has not ended." },
});
export type CancelRefusal = RefusalOf<typeof cancelRefusals>;
