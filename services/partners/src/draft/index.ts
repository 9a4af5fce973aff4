export { draftActions } from "./actions.js";
export { DraftResolver } from "./draft.graphql.js";
export { draftReads } from "./draft.reads.js";
export { removeDraft } from "./draft.store.js";
export { programDraftTable } from "./program-draft.entity.js";
