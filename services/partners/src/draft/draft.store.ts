import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { findBy } from "@tiergraph/kit/database/table-reads";
import { putOne } from "@tiergraph/kit/database/table-writes";
import { tableListing } from "@tiergraph/kit/paging/listing";
import { programDraftTable } from "./program-draft.entity.js";

/** Last saved first. */
export const draftList = tableListing("draft.list", programDraftTable, {
  orderBy: ["savedAt desc", "program", "version"],
});

export const lockDraft = findBy("draft.lock", programDraftTable, ["program", "version"], { lock: true });

export const putDraft = putOne("draft.put", programDraftTable);

export const removeDraft = (db: Queryable, program: string, version: string): Promise<{ program: string }[]> =>
  db.many(
    "draft.remove",
    rowOf(programDraftTable, { only: ["program"] }),
    "delete from partners.program_draft where program = $1 and version = $2 returning program",
    [program, version],
  );
