import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { heldForCorrection } from "../correction/held-for-correction.js";
import { settleCorrections } from "../correction/settle-corrections.js";
import { writeCorrections } from "../correction/write-corrections.js";
import { findFacts } from "../fact/fact.store.js";
import type { FactProblem } from "../fact/fact-report.js";
import { lockSeriesForRecording } from "../measure/series.store.js";
import { findProgramInForce } from "../program/program.store.js";
import type { MetricsPublisher } from "../publisher.js";
import { type DuplicateRow, type DuplicateState, lockDuplicate, putDuplicateState } from "./duplicate.store.js";

export interface DuplicateVerdict {
  readonly duplicateId: string;
  readonly verdict: Exclude<DuplicateState, "OPEN">;
  readonly note: string;
}

export type DuplicateDecided =
  | { readonly kind: "DuplicateDecided"; readonly duplicate: DuplicateRow }
  | { readonly kind: "DuplicateUnknown" }
  | { readonly kind: "AlreadyDecided"; readonly duplicate: DuplicateRow }
  | { readonly kind: "NoteInvalid" }
  | { readonly kind: "FactNotCorrected"; readonly problem: FactProblem };

/** A person says whether two deals are one; the one that does not stand is taken back, with the note as its reason. */
export const decideDuplicate =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, { duplicateId, verdict, note }: DuplicateVerdict): Promise<DuplicateDecided> => {
    if (!isText(note)) return { kind: "NoteInvalid" };
    if (!isUuid(duplicateId)) return { kind: "DuplicateUnknown" };
    return db.transact(viewer, async (tx) => {
      await lockSeriesForRecording(tx);
      const [known] = await lockDuplicate(tx, duplicateId);
      if (known === undefined) return { kind: "DuplicateUnknown" };
      if (known.state !== "OPEN") return { kind: "AlreadyDecided", duplicate: known };
      const wrong = wrongOf(known, verdict);
      if (wrong !== null) {
        const [inForce] = await findProgramInForce(tx);
        const [fact] = await findFacts(tx, [wrong]);
        if (inForce === undefined || fact === undefined) throw new Error("A duplicate names a fact that is not there");
        const wanted = [{ key: fact, replacement: null }];
        const settled = settleCorrections(wanted, {
          ...(await heldForCorrection(tx, wanted)),
          program: publishedProgram(inForce.source),
          today: dayOf(clock.now()),
        });
        const [outcome] = settled.outcomes;
        if (outcome?.kind === "Refused") return { kind: "FactNotCorrected", problem: outcome.problem };
        await writeCorrections(tx, publish, settled, { at: clock.now(), by: viewer.subject, because: note });
      }
      const decided = { ...known, state: verdict, decidedAt: clock.now(), decidedBy: viewer.subject, note };
      await putDuplicateState(tx, decided);
      return { kind: "DuplicateDecided", duplicate: decided };
    });
  };

function wrongOf(
  row: DuplicateRow,
  verdict: DuplicateVerdict["verdict"],
): { partnerId: string; factId: string } | null {
  switch (verdict) {
    case "DISTINCT":
      return null;
    case "EARLIER_STANDS":
      return { partnerId: row.laterPartnerId, factId: row.laterFactId };
    case "LATER_STANDS":
      return { partnerId: row.earlierPartnerId, factId: row.earlierFactId };
  }
}
