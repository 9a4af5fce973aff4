export { type Programs, programsOf } from "./program.reads.js";
export {
  addProgramVersion,
  findProgramInForce,
  findProgramVersions,
  listProgramVersions,
  lockProgramForChange,
  lockProgramForReading,
} from "./program.store.js";
export { programKnown } from "./program-known.reads.js";
export { type ProgramVersionRow, programVersionTable } from "./program-version.entity.js";
export { versionOn } from "./version-on.js";
