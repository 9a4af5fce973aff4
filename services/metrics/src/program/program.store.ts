import { programVersions, type WithDocument } from "@tiergraph/kit/database/program-documents";
import type { Row } from "@tiergraph/kit/database/table";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { programVersionTable } from "./program-version.entity.js";

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = Row<typeof programVersionTable> & WithDocument<Program>;

export const {
  inForce: findProgramInForce,
  list: listProgramVersions,
  named: findProgramVersions,
} = programVersions(programVersionTable, publishedProgram);
