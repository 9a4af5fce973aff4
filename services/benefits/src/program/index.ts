export { type Programs, programsOf } from "./program.reads.js";
export {
  findProgramInForce,
  findProgramOf,
  findProgramVersions,
  listPrograms,
  listProgramVersions,
  lockProgramForChange,
  lockProgramForReading,
  type ProgramVersion,
  versionText,
} from "./program.store.js";
export { programKnown } from "./program-known.reads.js";
export { programVersionTable } from "./program-version.entity.js";
export { versionOn } from "./version-on.js";
