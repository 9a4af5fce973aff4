export { type ProgramReader, programReader } from "./program.reads.js";
export { findProgramInForce, type ProgramVersion } from "./program.store.js";
export { programKnown } from "./program-known.reads.js";
export { programVersionTable } from "./program-version.entity.js";
