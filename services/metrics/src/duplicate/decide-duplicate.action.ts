import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { heldForCorrection, settleCorrections, writeCorrections } from "../correction/index.js";
import { type FactProblem, findFacts } from "../fact/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import { lockSeriesForRecording } from "../series/index.js";
import { type DuplicateRefusal, duplicateRefusals } from "./duplicate.refusals.js";
import { type DuplicateRow, type FactOfGroup, lockDuplicate, putDuplicateState } from "./duplicate.store.js";

export interface DuplicateVerdict {
  readonly duplicateId: string;
  readonly verdict: Exclude<DuplicateRow["state"], "OPEN" | "CLOSED">;
  /** The public id of the fact that stands, where the verdict is that one of several does. */
  readonly standingFactId: string | null;
  readonly reason: string;
}

type DuplicateDecided = { readonly kind: "DuplicateDecided"; readonly duplicate: DuplicateRow } | DuplicateRefusal;

/** A person says whether deals are one; those that do not stand are taken back, with the reason. */
export const decideDuplicate =
  (db: Database, publish: MetricsPublisher, clock: Clock) =>
  async (viewer: Viewer, request: DuplicateVerdict): Promise<DuplicateDecided> => {
    const { duplicateId, verdict, reason } = request;
    if (!isText(reason)) return duplicateRefusals.ReasonInvalid();
    if (!isUuid(duplicateId)) return duplicateRefusals.DuplicateUnknown();
    return db.transact(viewer, async (tx) => {
      await lockSeriesForRecording(tx);
      const known = await lockDuplicate(tx, duplicateId);
      if (known === null || known.facts === null) return duplicateRefusals.DuplicateUnknown();
      if (known.state !== "OPEN") return duplicateRefusals.AlreadyDecided({ state: known.state });
      const wrong = wrongOf(known, request);
      if (wrong === null) return duplicateRefusals.StandingUnknown();
      if (wrong.length > 0) {
        const problem = await takeBackIn(tx, publish, { wrong, now: clock.now(), reason });
        if (problem !== null) return duplicateRefusals.FactNotCorrected({ problem });
      }
      const decided = { ...known, state: verdict, decidedAt: clock.now(), decidedBy: viewer.subject, note: reason };
      await putDuplicateState(tx, decided);
      return { kind: "DuplicateDecided", duplicate: decided };
    });
  };

/** Takes facts back, all or none; null where they were. */
async function takeBackIn(
  tx: Transaction,
  publish: MetricsPublisher,
  { wrong, now, reason }: { readonly wrong: readonly FactOfGroup[]; readonly now: Date; readonly reason: string },
): Promise<FactProblem | null> {
  const inForce = await findProgramInForce(tx);
  if (inForce === null) throw new Error("Deals are alike while no program is in force");
  const wanted = (await findFacts(tx, wrong)).map((key) => ({ key, replacement: null }));
  const settled = settleCorrections(wanted, {
    ...(await heldForCorrection(tx, wanted)),
    program: inForce.document,
    today: dayOf(now),
  });
  const refused = settled.outcomes.find((outcome) => outcome.kind === "Refused");
  if (refused?.kind === "Refused") return refused.problem;
  await writeCorrections(tx, publish, settled, { at: now, by: tx.viewer.subject, because: reason });
  return null;
}

/** The facts that do not stand; null where the verdict names none that does. */
function wrongOf({ facts }: DuplicateRow, { verdict, standingFactId }: DuplicateVerdict): FactOfGroup[] | null {
  const others = (standing: FactOfGroup | undefined) =>
    standing === undefined ? null : facts.filter((fact) => fact !== standing);
  switch (verdict) {
    case "DISTINCT":
      return [];
    case "EARLIER_STANDS":
      return others(facts[0]);
    case "LATER_STANDS":
      return others(facts.at(-1));
    case "ONE_STANDS": {
      const key = standingFactId === null ? null : decodeOwnedId(standingFactId);
      return others(facts.find(({ partnerId, factId }) => partnerId === key?.partnerId && factId === key.id));
    }
  }
}
