import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { z } from "zod";

const programVersionRowShape = z.object({
  sequence: z.int(),
  program: z.string(),
  version: z.string(),
  publishedAt: z.date(),
  publishedBy: z.string(),
  /** The first day that it judges: in the past for one that was published to judge days that were over. */
  effectiveOn: z.string(),
  /** When it took force; null while it is only announced. */
  startedAt: z.date().nullable(),
});

type VersionRow = Readonly<z.infer<typeof programVersionRowShape>>;

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersionRow = VersionRow & WithDocument<Program>;

const withDocuments = programDocuments("partners", publishedProgram);

const COLUMNS = `version.sequence, version.program, version.version, version.published_at as "publishedAt",
  version.published_by as "publishedBy", version.effective_on as "effectiveOn", start.started_at as "startedAt"`;
const FROM = "from partners.program_version as version left join partners.program_start as start using (sequence)";

/** The version in force now: the one that started last. */
export const findProgramInForce = async (db: Queryable): Promise<ProgramVersionRow | null> => {
  const rows = await db.many(
    "program.find-in-force",
    programVersionRowShape,
    `select ${COLUMNS} ${FROM} where start.start_sequence is not null order by start.start_sequence desc limit 1`,
    [],
  );
  return (await withDocuments(db, rows))[0] ?? null;
};

/**
 * The version that judges a day that has come: of those that apply to it, the one that started last. Days before the
 * first version are judged by the first.
 */
export const findProgramInForceOn = async (db: Queryable, day: string): Promise<ProgramVersionRow | null> => {
  const rows = await db.many(
    "program.find-in-force-on",
    programVersionRowShape,
    `select ${COLUMNS} ${FROM}
     where start.start_sequence is not null
     order by version.effective_on > $1, case when version.effective_on > $1 then version.effective_on end,
       start.start_sequence desc
     limit 1`,
    [day],
  );
  return (await withDocuments(db, rows))[0] ?? null;
};

export const findProgramVersion = async (
  db: Queryable,
  program: string,
  version: string,
): Promise<ProgramVersionRow[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-version",
      programVersionRowShape,
      `select ${COLUMNS} ${FROM} where version.program = $1 and version.version = $2`,
      [program, version],
    ),
  );

/** Published and announced versions, the latest publication first. */
export const listProgramVersions = async (db: Queryable, limit: number): Promise<ProgramVersionRow[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-versions",
      programVersionRowShape,
      `select ${COLUMNS} ${FROM} order by version.sequence desc limit $1`,
      [limit],
    ),
  );

/** Announced versions whose day has come, in the order in which they take force. */
export const listProgramsToStart = async (db: Queryable, today: string): Promise<ProgramVersionRow[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-to-start",
      programVersionRowShape,
      `select ${COLUMNS} ${FROM}
     where start.start_sequence is null and version.effective_on <= $1 order by version.effective_on, version.sequence`,
      [today],
    ),
  );

/** One publication at a time, for the rest of the transaction. */
export const lockPrograms = (db: Queryable): Promise<void> => lock(db, "partners.programs");

/** Many may register while none publishes: a newcomer is judged by the version in force, or listed by the run of the next. */
export const lockProgramsForReading = (db: Queryable): Promise<void> => lockShared(db, "partners.programs");

/** Adds a version and answers with its place in the order of publication. */
export const addProgramVersion = (
  db: Queryable,
  row: Omit<ProgramVersionRow, "sequence" | "startedAt" | "document">,
): Promise<{ sequence: number } | null> =>
  db.maybeOne(
    "program.add-version",
    z.object({ sequence: z.int() }),
    `insert into partners.program_version (sequence, program, version, source, published_at, published_by, effective_on)
     values ((select coalesce(max(sequence), 0) + 1 from partners.program_version), $1, $2, $3, $4, $5, $6)
     returning sequence`,
    [row.program, row.version, row.source, row.publishedAt, row.publishedBy, row.effectiveOn],
  );

/** Puts a version in force and answers with its place in the order of starts. */
export const addProgramStart = (
  db: Queryable,
  start: { readonly sequence: number; readonly startedAt: Date },
): Promise<{ startSequence: number } | null> =>
  db.maybeOne(
    "program.add-start",
    z.object({ startSequence: z.int() }),
    `insert into partners.program_start (start_sequence, sequence, started_at)
     values ((select coalesce(max(start_sequence), 0) + 1 from partners.program_start), $1, $2)
     returning start_sequence as "startSequence"`,
    [start.sequence, start.startedAt],
  );
