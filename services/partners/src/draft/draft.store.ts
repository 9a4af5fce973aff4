import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { type ProgramDraftRow, programDraftTable } from "./program-draft.entity.js";

const COLUMNS = select(programDraftTable);

export const listDrafts = (db: Queryable, limit: number): Promise<ProgramDraftRow[]> =>
  db.many(
    "draft.list",
    rowOf(programDraftTable),
    `select ${COLUMNS} from partners.program_draft order by saved_at desc, program, version limit $1`,
    [limit],
  );

export const lockDraft = (db: Queryable, program: string, version: string): Promise<ProgramDraftRow | null> =>
  db.maybeOne(
    "draft.lock",
    rowOf(programDraftTable),
    `select ${COLUMNS} from partners.program_draft where program = $1 and version = $2 for update`,
    [program, version],
  );

export const putDraft = (db: Queryable, draft: ProgramDraftRow): Promise<void> =>
  db.run(
    "draft.put",
    `insert into partners.program_draft (program, version, source, revision, saved_at, saved_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (program, version) do update set source = excluded.source, revision = excluded.revision,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [draft.program, draft.version, draft.source, draft.revision, draft.savedAt, draft.savedBy],
  );

export const removeDraft = (db: Queryable, program: string, version: string): Promise<{ program: string }[]> =>
  db.many(
    "draft.remove",
    z.object({ program: z.string() }),
    "delete from partners.program_draft where program = $1 and version = $2 returning program",
    [program, version],
  );
