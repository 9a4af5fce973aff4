import { MAX_SELECTIONS } from "@tiergraph/kit/subgraph/selection-bound";
import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { MAX_SAVED_QUERIES, MAX_UNFINISHED } from "./export.js";

const VARIABLES_INVALID = { at: ["variables"], message: "Expected is a JSON object." };

export const savingRefusals = refusalTable({
  NameInvalid: { at: ["name"], message: "A name is small letters, digits and hyphens, at most 64." },
  SourceInvalid: {
    at: ["source"],
    message: `Give one query of at most 20,000 characters and ${MAX_SELECTIONS} fields, those of its fragments included.`,
  },
  VariablesInvalid: VARIABLES_INVALID,
  TooMany: { at: ["name"], message: `You have ${MAX_SAVED_QUERIES} saved queries: remove one.` },
});
export type SavingRefusal = RefusalOf<typeof savingRefusals>;

export const removalRefusals = refusalTable({
  QueryUnknown: { at: ["name"], message: "There is no such query." },
});
export type RemovalRefusal = RefusalOf<typeof removalRefusals>;

export const startRefusals = refusalTable({
  QueryUnknown: { at: ["savedQuery"], message: "You have no saved query of this name." },
  VariablesInvalid: VARIABLES_INVALID,
  KeyInvalid: { at: ["key"], message: "A key is 1 to 200 characters." },
  KeyReused: { at: ["key"], message: "The key is that of another request." },
  TooManyRunning: {
    at: ["savedQuery"],
    message: `${MAX_UNFINISHED} of your exports have not ended: wait, or cancel one.`,
  },
});
export type StartRefusal = RefusalOf<typeof startRefusals>;

export const cancelRefusals = refusalTable({
  NotRunning: { at: ["exportId"], message: "You have no such export that has not ended." },
});
export type CancelRefusal = RefusalOf<typeof cancelRefusals>;
