import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { rowOf } from "@tiergraph/kit/database/table";
import { programVersionTable } from "./program-version.entity.js";

const programVersionRowShape = rowOf(programVersionTable);

export type ProgramVersionRow = RowIn<typeof programVersionRowShape>;

/** The version in force: the one that was published last. */
export const findProgramInForce = (db: Queryable): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.find-in-force",
    programVersionRowShape,
    "select sequence, program, version, source from enablement.program_version order by sequence desc limit 1",
    [],
  );

export const findProgramVersion = (
  db: Queryable,
  { program, version }: Pick<ProgramVersionRow, "program" | "version">,
): Promise<ProgramVersionRow[]> =>
  db.many(
    "program.find-version",
    programVersionRowShape,
    `select sequence, program, version, source from enablement.program_version where program = $1 and version = $2
     order by sequence desc limit 1`,
    [program, version],
  );

export const addProgramVersion = (db: Queryable, row: ProgramVersionRow): Promise<void> =>
  db.run(
    "program.add-version",
    "insert into enablement.program_version (sequence, program, version, source) values ($1, $2, $3, $4)",
    [row.sequence, row.program, row.version, row.source],
  );
