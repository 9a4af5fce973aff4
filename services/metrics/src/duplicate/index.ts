export { duplicateActions } from "./actions.js";
export { duplicateTable } from "./duplicate.entity.js";
export { DuplicateResolver } from "./duplicate.graphql.js";
export { duplicateReads } from "./duplicate.reads.js";
export { duplicateGroupTable } from "./duplicate-group.entity.js";
export { noteDuplicates } from "./note-duplicates.action.js";
