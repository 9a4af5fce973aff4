import { everyRequirement, type Program } from "@tiergraph/program/document/program";

/** Whether a tier may be reached by one of two partners with the same measures, for what it held or met before. */
export const judgesByHistory = (program: Program): boolean =>
  program.tiers.some(({ metOnAnyDayIn }) => metOnAnyDayIn !== null) ||
  everyRequirement(program).some(({ kind }) => kind === "tenure");
