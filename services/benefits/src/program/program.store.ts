import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { programVersions, type WithDocument } from "@tiergraph/kit/database/program-documents";
import type { Row } from "@tiergraph/kit/database/table";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { programVersionTable } from "./program-version.entity.js";

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = Row<typeof programVersionTable> & WithDocument<Program>;

const versions = programVersions(programVersionTable, publishedProgram);

/** Null before the first version. */
export const findProgramInForce = async (db: Queryable): Promise<Program | null> =>
  (await versions.inForce(db))?.document ?? null;

/** Every version, in the order in which they came into force. */
export const listProgramVersions = versions.list;
export const findProgramVersions = versions.named;
export const findPublishedProgram = versions.published;

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

/** Tiers are followed by many at once, but never while a version is being learnt: a new standing would miss its benefits. */
export const lockProgramForReading = (db: Queryable): Promise<void> => lockShared(db, "benefits.programs");

export const lockProgramForChange = (db: Queryable): Promise<void> => lock(db, "benefits.programs");
