export { completionActions } from "./actions.js";
export { completeIn } from "./complete.tx.js";
export { CompletionResolver } from "./completion.graphql.js";
export type { CompletionOutcome, CompletionReport } from "./settle-completions.js";
