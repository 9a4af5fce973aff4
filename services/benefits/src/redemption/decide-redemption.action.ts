import type { Database } from "@tiergraph/kit/database/database";
import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { appendEntries, openBooks } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { giveBack } from "./give-back.tx.js";
import type { RedemptionRow } from "./redemption.entity.js";
import { type RedemptionRefusal, redemptionRefusals } from "./redemption.refusals.js";
import { findRedemptions, putRedemptions } from "./redemption.store.js";

export interface DecideRedemption {
  readonly id: string;
  readonly approve: boolean;
  readonly reason: string;
}

export type RedemptionDecision =
  | { readonly kind: "RedemptionDecided"; readonly redemption: RedemptionRow }
  | RedemptionRefusal;

/** A second person approves a redemption, or refuses it: the sum is then there again. */
export const decideRedemption =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, approve, reason }: DecideRedemption): Promise<RedemptionDecision> => {
    const owned = decodeOwnedId(id);
    if (owned === null || !policy.permitsFor(viewer, "decide redemptions", owned.partnerId))
      return redemptionRefusals.RedemptionUnknown();
    if (reason.trim() === "") return redemptionRefusals.ReasonMissing();
    return db.transact(viewer, async (tx) => {
      const { partnerId } = owned;
      const mirrors = await lockPartnerMirrors(tx, [partnerId]);
      const [known] = await findRedemptions(tx, [{ partnerId, redemptionId: owned.id }]);
      if (known === undefined) return redemptionRefusals.RedemptionUnknown();
      if (isSamePerson(known.requestedBy, viewer.subject)) return redemptionRefusals.OwnRequest();
      if (known.state !== "REQUESTED") return redemptionRefusals.NotWaiting({ state: known.state });
      const now = clock.now();
      const redemption: RedemptionRow = {
        ...known,
        state: approve ? "APPROVED" : "REFUSED",
        decidedAt: now,
        decidedBy: viewer.subject,
        reason: reason.trim(),
      };
      if (!approve) {
        const books = await openBooks(tx, [partnerId]);
        await appendEntries(tx, mirrors, [await giveBack(tx, { redemption, books, viewer, now })]);
      }
      await putRedemptions(tx, [redemption]);
      return { kind: "RedemptionDecided", redemption };
    });
  };
