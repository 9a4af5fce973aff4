import { type Queryable } from "@tiergraph/kit/database/database";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import { partOf, type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { programVersionTable } from "./program-version.entity.js";

const versions = partOf(programVersionTable, { without: ["source"] });

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = Row<typeof versions> & WithDocument<Program>;

const withDocuments = programDocuments("metrics", publishedProgram);

export const findProgramInForce = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-in-force",
      rowOf(versions),
      `select ${select(versions)} from metrics.program_version order by sequence desc limit 1`,
      [],
    ),
  );

export const listProgramVersions = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-versions",
      rowOf(versions),
      `select ${select(versions)} from metrics.program_version order by sequence`,
      [],
    ),
  );

export const findProgramVersions = async (db: Queryable, named: readonly string[]): Promise<ProgramVersion[]> =>
  withDocuments(db, await findVersions(db, named));
const findVersions = listByIds("program.find-versions", versions, "version");
