export { type DocumentError, documentErrorOf } from "./document-error.js";
export { PLACE_IN_DOCUMENT } from "./document-place.graphql.js";
export { Program, ProgramDifference, ProgramResolver, Tier } from "./program.graphql.js";
export { type ProgramReads, programInForceFor, programReads, programVersionsFor } from "./program.reads.js";
export {
  addProgramStart,
  addProgramVersion,
  findProgramInForce,
  findProgramInForceOn,
  findProgramVersion,
  listProgramsToStart,
  listProgramVersions,
  lockPrograms,
  lockProgramsForReading,
  type ProgramVersionRow,
} from "./program.store.js";
export { type ProgramCache, type PublishedVersion, programCache, publishedVersionOf } from "./program-cache.reads.js";
export { differenceNode, type ProgramNode, type TierNode, tierNode } from "./program-node.js";
export { programStartTable } from "./program-start.entity.js";
export { programVersionTable } from "./program-version.entity.js";
export { type DocumentRefused, readDocument } from "./read-document.js";
export { programFor, type ReadVersion, versionFor } from "./read-version.js";
