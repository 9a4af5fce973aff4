import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { findProgramVersion, lockProgramsForReading, readDocument } from "../program/index.js";
import { type DraftRefusal, draftRefusals } from "./draft.refusals.js";
import { lockDraft, putDraft } from "./draft.store.js";
import type { ProgramDraftRow } from "./program-draft.entity.js";

export interface SaveDraft {
  readonly source: string;
  /** The revision that was edited: a draft that someone else has saved since is not overwritten. Null for a new one. */
  readonly revision?: number | null;
}

export type DraftSaving =
  | { readonly kind: "DraftSaved"; readonly draft: ProgramDraftRow }
  /** Each mistake of a document is a refusal. */
  | { readonly kind: "DraftRefused"; readonly refusals: readonly DraftRefusal[] };

/** Keeps a document that is still being written: it judges nobody until it is published. */
export const saveDraft =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: SaveDraft): Promise<DraftSaving> => {
    const read = readDocument(request.source);
    if (read.kind === "DocumentRefused")
      return refused(...read.problems.map((problem) => draftRefusals.DocumentInvalid(problem)));
    const { name: program, version } = read.program;
    return db.transact(viewer, async (tx) => {
      await lockProgramsForReading(tx);
      if ((await findProgramVersion(tx, program, version)).length > 0)
        return refused(draftRefusals.VersionTaken({ program, version }));
      const known = await lockDraft(tx, { program, version });
      const revision = known?.revision ?? null;
      if ((request.revision ?? null) !== revision)
        return refused(revision === null ? draftRefusals.DraftUnknown() : draftRefusals.DraftChanged({ revision }));
      const draft: ProgramDraftRow = {
        program,
        version,
        source: request.source,
        revision: (revision ?? 0) + 1,
        savedAt: clock.now(),
        savedBy: viewer.subject,
      };
      await putDraft(tx, draft);
      return { kind: "DraftSaved", draft };
    });
  };

const refused = (...refusals: readonly DraftRefusal[]): DraftSaving => ({ kind: "DraftRefused", refusals });
