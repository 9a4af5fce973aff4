import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { type ProgramVersionRow, programVersionTable } from "./program-version.entity.js";

const COLUMNS = select(programVersionTable);

export const findProgramInForce = (db: Queryable): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.find-in-force",
    rowOf(programVersionTable),
    `select ${COLUMNS} from benefits.program_version order by sequence desc limit 1`,
    [],
  );

/** Every version, in the order in which they came into force. */
export const listProgramVersions = (db: Queryable): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.list-versions",
    rowOf(programVersionTable),
    `select ${COLUMNS} from benefits.program_version order by sequence`,
    [],
  );

export const findProgramVersions = (db: Queryable, versions: readonly string[]): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.find-versions",
    rowOf(programVersionTable),
    `select ${COLUMNS} from benefits.program_version where version = any($1)`,
    [versions],
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
