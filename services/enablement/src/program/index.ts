export { type ProgramReader, programReader } from "./program.reads.js";
export { findProgramInForce, findPublishedProgram, type ProgramVersion } from "./program.store.js";
export { programVersionTable } from "./program-version.entity.js";
