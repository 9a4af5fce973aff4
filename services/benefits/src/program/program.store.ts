import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import { type Queryable } from "@tiergraph/kit/database/database";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { programVersionTable } from "./program-version.entity.js";

const KNOWN = { without: ["source"] } as const;

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = Row<typeof programVersionTable> & WithDocument<Program>;

const withDocuments = programDocuments("benefits", publishedProgram);

export const findProgramInForce = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-in-force",
      rowOf(programVersionTable, KNOWN),
      `select ${select(programVersionTable, KNOWN)} from benefits.program_version order by sequence desc limit 1`,
      [],
    ),
  );

/** Every version, in the order in which they came into force. */
export const listProgramVersions = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-versions",
      rowOf(programVersionTable, KNOWN),
      `select ${select(programVersionTable, KNOWN)} from benefits.program_version order by sequence`,
      [],
    ),
  );

export const findProgramVersions = async (db: Queryable, versions: readonly string[]): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-versions",
      rowOf(programVersionTable, KNOWN),
      `select ${select(programVersionTable, KNOWN)} from benefits.program_version where version = any($1)`,
      [versions],
    ),
  );

/** Tiers are followed by many at once, but never while a version is being learnt: a new standing would miss its benefits. */
export const lockProgramForReading = (db: Queryable): Promise<void> => lockShared(db, "benefits.programs");

export const lockProgramForChange = (db: Queryable): Promise<void> => lock(db, "benefits.programs");
