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

/** Null before the first version. */
export const findProgramInForce = async (db: Queryable): Promise<Program | null> => {
  const rows = await db.many(
    "program.find-in-force",
    rowOf(programVersionTable, KNOWN),
    `select ${select(programVersionTable, KNOWN)} from benefits.program_version order by sequence desc limit 1`,
    [],
  );
  return (await withDocuments(db, rows))[0]?.document ?? null;
};

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

/** Every program by its `versionText`, in the same order. */
export const listPrograms = async (db: Queryable): Promise<Map<string, Program>> =>
  new Map(
    (await listProgramVersions(db)).map(({ program, version, document }) => [
      versionText({ program, programVersion: version }),
      document,
    ]),
  );

/** The version under which something was asked for or given; null where it is not known. */
export const findProgramOf = async (db: Queryable, row: OfVersion): Promise<Program | null> =>
  (await listPrograms(db)).get(versionText(row)) ?? null;

interface OfVersion {
  readonly program: string;
  readonly programVersion: string;
}

/** Two programs may use the same word for a version. */
export const versionText = ({ program, programVersion }: OfVersion): string =>
  JSON.stringify([program, programVersion]);

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
