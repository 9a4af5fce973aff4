import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { openBooksIn, writeEntriesIn } from "../ledger/write-in.js";
import { policy } from "../policy.js";
import { lockStandings } from "../standing/standing.store.js";
import { giveBackIn } from "./give-back-in.js";
import type { RedemptionRow } from "./redemption.entity.js";
import { findRedemptions, putRedemptions, type RedemptionState } from "./redemption.store.js";

export interface DecideRedemption {
  readonly id: string;
  readonly approve: boolean;
  readonly reason: string;
}

export type RedemptionDecision =
  | { readonly kind: "RedemptionDecided"; readonly redemption: RedemptionRow }
  | { readonly kind: "RedemptionUnknown" }
  | { readonly kind: "ReasonMissing" }
  | { readonly kind: "OwnRequest" }
  | { readonly kind: "NotWaiting"; readonly state: RedemptionState };

/** A second person approves a redemption, or refuses it: the sum is then there again. */
export const decideRedemption =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, approve, reason }: DecideRedemption): Promise<RedemptionDecision> => {
    const owned = decodeOwnedId(id);
    if (owned === null || !policy.permitsFor(viewer, "decide redemptions", owned.partnerId))
      return { kind: "RedemptionUnknown" };
    if (reason.trim() === "") return { kind: "ReasonMissing" };
    return db.transact(viewer, async (tx) => {
      const { partnerId } = owned;
      const standings = await lockStandings(tx, [partnerId]);
      const [known] = await findRedemptions(tx, [{ partnerId, redemptionId: owned.id }]);
      if (known === undefined) return { kind: "RedemptionUnknown" };
      if (known.requestedBy === viewer.subject) return { kind: "OwnRequest" };
      if (known.state !== "REQUESTED") return { kind: "NotWaiting", state: known.state };
      const now = clock.now();
      const redemption: RedemptionRow = {
        ...known,
        state: approve ? "APPROVED" : "REFUSED",
        decidedAt: now,
        decidedBy: viewer.subject,
        reason: reason.trim(),
      };
      if (!approve) {
        const books = await openBooksIn(tx, [partnerId]);
        await writeEntriesIn(tx, standings, [await giveBackIn(tx, { redemption, books, viewer, now })]);
      }
      await putRedemptions(tx, [redemption]);
      return { kind: "RedemptionDecided", redemption };
    });
  };
