import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isText } from "@tiergraph/kit/values/text";
import type { Program } from "@tiergraph/program/document/program";
import { type FactReport, familyOf, MAX_FACTS_PER_BATCH } from "../fact/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { boundsOf, checkFact, type FactBounds, type FactOutcome } from "../recording/index.js";
import { lockSeriesForRecording } from "../series/index.js";
import { type CorrectionRefusal, correctionRefusals } from "./correction.refusals.js";
import { heldForCorrection } from "./held-for-correction.tx.js";
import { type SettledCorrections, settleCorrections, type WantedCorrection } from "./settle-corrections.js";
import { writeCorrections } from "./write-corrections.tx.js";

/** Which fact is meant: its source's own key, of the partner that has it. */
type FactReference = Pick<FactReport, "kind" | "externalId" | "partnerId">;

export interface CorrectionRequest {
  /** Facts that are taken back; those with a replacement count as that says instead. */
  readonly corrections: readonly { readonly reference: FactReference; readonly replacement: FactReport | null }[];
  readonly reason: string;
}

export type Correction =
  | { readonly kind: "FactsCorrected"; readonly outcomes: readonly FactOutcome[] }
  | CorrectionRefusal;

/**
 * Takes facts back or puts others in their place, each by itself. What was believed before stays on record with the
 * reason; periods that are closed stay as they were, where the program takes corrections of them at all.
 */
export const correctFacts =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, { corrections, reason }: CorrectionRequest): Promise<Correction> => {
    if (corrections.length > MAX_FACTS_PER_BATCH)
      return correctionRefusals.TooManyFacts({ limit: MAX_FACTS_PER_BATCH });
    if (!isText(reason)) return correctionRefusals.ReasonInvalid();
    return db.transact(viewer, async (tx) => {
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return correctionRefusals.NoProgramInForce();
      const program = inForce.document;
      const reports = corrections.flatMap(({ replacement }) => replacement ?? []);
      const bounds = await boundsOf(tx, reports, { program, today: dayOf(clock.now()) });
      await lockSeriesForRecording(tx);
      const settled = await settleIn(tx, corrections, { bounds, program });
      await writeCorrections(tx, publish, settled, { at: clock.now(), by: viewer.subject, because: reason });
      return { kind: "FactsCorrected", outcomes: settled.outcomes };
    });
  };

async function settleIn(
  tx: Transaction,
  corrections: CorrectionRequest["corrections"],
  { bounds, program }: { readonly bounds: FactBounds; readonly program: Program },
): Promise<SettledCorrections> {
  const wanted = corrections.map(({ reference, replacement }): WantedCorrection => {
    const { externalId, partnerId } = reference;
    const key = { family: familyOf(reference.kind), externalId, partnerId };
    return { key, replacement: replacement === null ? null : checkFact(replacement, bounds) };
  });
  const { keys, known } = await heldForCorrection(tx, wanted);
  return settleCorrections(wanted, { keys, known, program, today: bounds.today });
}
