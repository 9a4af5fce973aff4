import type { Queryable } from "@tiergraph/kit/database/database";

export interface ProgramVersionRow {
  readonly sequence: number;
  readonly program: string;
  readonly version: string;
  readonly source: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

const COLUMNS = `sequence, program, version, source, published_at as "publishedAt", published_by as "publishedBy"`;

/** The version in force: the one that was published last. */
export const findProgramInForce = (db: Queryable): Promise<ProgramVersionRow[]> =>
  db.rows(
    "program.find-in-force",
    `select ${COLUMNS} from partners.program_version order by sequence desc limit 1`,
    [],
  );

export const findProgramVersion = (db: Queryable, program: string, version: string): Promise<ProgramVersionRow[]> =>
  db.rows(
    "program.find-version",
    `select ${COLUMNS} from partners.program_version where program = $1 and version = $2`,
    [program, version],
  );

export const listProgramVersions = (db: Queryable, limit: number): Promise<ProgramVersionRow[]> =>
  db.rows("program.list-versions", `select ${COLUMNS} from partners.program_version order by sequence desc limit $1`, [
    limit,
  ]);

/** One publication at a time, for the rest of the transaction. */
export const lockPrograms = (db: Queryable): Promise<unknown[]> =>
  db.rows("program.lock", "select pg_advisory_xact_lock(5501)", []);

/** Many may register while none publishes: a newcomer is judged by the version in force, or listed by the run of the next. */
export const lockProgramsForReading = (db: Queryable): Promise<unknown[]> =>
  db.rows("program.lock-for-reading", "select pg_advisory_xact_lock_shared(5501)", []);

export const addProgramVersion = (db: Queryable, row: ProgramVersionRow): Promise<unknown[]> =>
  db.rows(
    "program.add-version",
    `insert into partners.program_version (sequence, program, version, source, published_at, published_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.sequence, row.program, row.version, row.source, row.publishedAt, row.publishedBy],
  );
