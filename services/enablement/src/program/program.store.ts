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

const withDocuments = programDocuments("enablement", publishedProgram);

/** The version in force: the one that was published last. */
export const findProgramInForce = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-in-force",
      versionShape,
      `select sequence, program, version from enablement.program_version order by sequence desc limit 1`,
      [],
    ),
  );

export const findProgramVersion = async (
  db: Queryable,
  { program, version }: Pick<ProgramVersionRow, "program" | "version">,
): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-version",
      versionShape,
      `select sequence, program, version from enablement.program_version where program = $1 and version = $2
     order by sequence desc limit 1`,
      [program, version],
    ),
  );

export const addProgramVersion = (db: Queryable, row: ProgramVersionRow): Promise<void> =>
  db.run(
    "program.add-version",
    "insert into enablement.program_version (sequence, program, version, source) values ($1, $2, $3, $4)",
    [row.sequence, row.program, row.version, row.source],
  );
