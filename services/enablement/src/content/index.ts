export { contentActions } from "./actions.js";
export { contentTable } from "./content.entity.js";
export { ContentResolver, ContentSectionResolver } from "./content.graphql.js";
export { contentReads } from "./content.reads.js";
export { ContentChangeResolver } from "./content-change.graphql.js";
export { contentReadingTable } from "./content-reading.entity.js";
export { contentVersionTable } from "./content-version.entity.js";
