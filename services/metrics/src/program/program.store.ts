import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { programVersionTable } from "./program-version.entity.js";

const programVersionRowShape = rowOf(programVersionTable);

export type ProgramVersionRow = RowIn<typeof programVersionRowShape>;

export const findProgramInForce = (db: Queryable): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.find-in-force",
    programVersionRowShape,
    "select sequence, program, version, source from metrics.program_version order by sequence desc limit 1",
    [],
  );

export const listProgramVersions = (db: Queryable): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.list-versions",
    programVersionRowShape,
    "select sequence, program, version, source from metrics.program_version order by sequence",
    [],
  );

export const findProgramVersions = (db: Queryable, versions: readonly string[]): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.find-versions",
    programVersionRowShape,
    "select sequence, program, version, source from metrics.program_version where version = any($1)",
    [versions],
  );

export const addProgramVersion = (db: Queryable, row: ProgramVersionRow): Promise<void> =>
  db.run(
    "program.add-version",
    "insert into metrics.program_version (sequence, program, version, source) values ($1, $2, $3, $4)",
    [row.sequence, row.program, row.version, row.source],
  );
