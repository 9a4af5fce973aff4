export { type Programs, programsOf } from "./program.reads.js";
export {
  findProgramInForce,
  findProgramOf,
  findProgramVersions,
  findPublishedProgram,
  listPrograms,
  listProgramVersions,
  lockProgramForChange,
  lockProgramForReading,
  type ProgramVersion,
  versionText,
} from "./program.store.js";
export { programVersionTable } from "./program-version.entity.js";
export { versionOn } from "./version-on.js";
