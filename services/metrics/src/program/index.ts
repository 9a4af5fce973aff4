export { type ProgramReads, type Programs, programReads, programsOf } from "./program.reads.js";
export {
  findProgramInForce,
  findProgramVersions,
  listProgramVersions,
  type ProgramVersion,
} from "./program.store.js";
export { programVersionTable } from "./program-version.entity.js";
