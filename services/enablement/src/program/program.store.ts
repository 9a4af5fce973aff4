import { type Queryable } from "@tiergraph/kit/database/database";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import { partOf, type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { listBy } from "@tiergraph/kit/database/table-reads";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { programVersionTable } from "./program-version.entity.js";

const versions = partOf(programVersionTable, { without: ["source"] });

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersion = Row<typeof versions> & WithDocument<Program>;

const withDocuments = programDocuments("enablement", publishedProgram);

/** The version in force: the one that was published last. */
export const findProgramInForce = async (db: Queryable): Promise<ProgramVersion[]> =>
  withDocuments(
    db,
    await db.many(
      "program.find-in-force",
      rowOf(versions),
      `select ${select(versions)} from enablement.program_version order by sequence desc limit 1`,
      [],
    ),
  );

export const findProgramVersion = async (
  db: Queryable,
  named: Pick<ProgramVersion, "program" | "version">,
): Promise<ProgramVersion[]> => withDocuments(db, await findVersion(db, named));
const findVersion = listBy("program.find-version", versions, ["program", "version"]);
