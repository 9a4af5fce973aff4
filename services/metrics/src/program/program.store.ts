import { type Queryable } from "@tiergraph/kit/database/database";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { type ProgramVersionRow, programVersionTable } from "./program-version.entity.js";

const versionShape = rowOf(programVersionTable, { only: ["sequence", "program", "version"] });
type VersionRow = RowIn<typeof versionShape>;

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = VersionRow & WithDocument<Program>;

const withDocuments = programDocuments("metrics", publishedProgram);

export const findProgramInForce = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-in-force",
      versionShape,
      `select sequence, program, version from metrics.program_version order by sequence desc limit 1`,
      [],
    ),
  );

export const listProgramVersions = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-versions",
      versionShape,
      `select sequence, program, version from metrics.program_version order by sequence`,
      [],
    ),
  );

export const findProgramVersions = async (db: Queryable, versions: readonly string[]): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-versions",
      versionShape,
      `select sequence, program, version from metrics.program_version where version = any($1)`,
      [versions],
    ),
  );

export const addProgramVersion = (db: Queryable, row: ProgramVersionRow): Promise<void> =>
  db.run(
    "program.add-version",
    "insert into metrics.program_version (sequence, program, version, source) values ($1, $2, $3, $4)",
    [row.sequence, row.program, row.version, row.source],
  );
