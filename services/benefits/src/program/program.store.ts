import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import { type Queryable } from "@tiergraph/kit/database/database";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { type ProgramVersionRow, programVersionTable } from "./program-version.entity.js";

const versionShape = rowOf(programVersionTable, { only: ["sequence", "program", "version", "effectiveOn"] });
type VersionRow = RowIn<typeof versionShape>;

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = VersionRow & WithDocument<Program>;

const withDocuments = programDocuments("benefits", publishedProgram);

export const findProgramInForce = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-in-force",
      versionShape,
      `select sequence, program, version, effective_on as "effectiveOn" from benefits.program_version order by sequence desc limit 1`,
      [],
    ),
  );

/** Every version, in the order in which they came into force. */
export const listProgramVersions = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-versions",
      versionShape,
      `select sequence, program, version, effective_on as "effectiveOn" from benefits.program_version order by sequence`,
      [],
    ),
  );

export const findProgramVersions = async (db: Queryable, versions: readonly string[]): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-versions",
      versionShape,
      `select sequence, program, version, effective_on as "effectiveOn" from benefits.program_version where version = any($1)`,
      [versions],
    ),
  );

export const addProgramVersion = (db: Queryable, row: ProgramVersionRow): Promise<void> =>
  db.run(
    "program.add-version",
    `insert into benefits.program_version (sequence, program, version, source, effective_on) values ($1, $2, $3, $4, $5)`,
    [row.sequence, row.program, row.version, row.source, row.effectiveOn],
  );

/** Tiers are followed by many at once, but never while a version is being learnt: a new standing would miss its benefits. */
export const lockProgramForReading = (db: Queryable): Promise<void> => lockShared(db, "benefits.programs");

export const lockProgramForChange = (db: Queryable): Promise<void> => lock(db, "benefits.programs");
