import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy } from "@tiergraph/kit/database/table-reads";
import { putOne } from "@tiergraph/kit/database/table-writes";
import { type ProgramDraftRow, programDraftTable } from "./program-draft.entity.js";

export const listDrafts = (db: Queryable, limit: number): Promise<ProgramDraftRow[]> =>
  db.many(
    "draft.list",
    rowOf(programDraftTable),
    `select ${select(programDraftTable)} from partners.program_draft order by saved_at desc, program, version limit $1`,
    [limit],
  );

export const lockDraft = findBy("draft.lock", programDraftTable, ["program", "version"], { lock: true });

export const putDraft = putOne("draft.put", programDraftTable);

export const removeDraft = (db: Queryable, program: string, version: string): Promise<{ program: string }[]> =>
  db.many(
    "draft.remove",
    rowOf(programDraftTable, { only: ["program"] }),
    "delete from partners.program_draft where program = $1 and version = $2 returning program",
    [program, version],
  );
