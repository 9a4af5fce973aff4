export { type Programs, programsOf } from "./program.reads.js";
export {
  findProgramInForce,
  findProgramVersions,
  listProgramVersions,
  lockProgramForChange,
  lockProgramForReading,
  type ProgramVersion,
} from "./program.store.js";
export { programKnown } from "./program-known.reads.js";
export { programVersionTable } from "./program-version.entity.js";
export { versionOn } from "./version-on.js";
