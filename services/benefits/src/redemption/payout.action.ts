import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { fromStart } from "@tiergraph/kit/paging/page";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import { appendEntries, type LedgerEntry, openBooks } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { giveBack } from "./give-back.tx.js";
import { type PayoutBatchRow, payoutBatchTable } from "./payout-batch.entity.js";
import type { RedemptionRow } from "./redemption.entity.js";
import { type PayoutRefusal, payoutRefusals } from "./redemption.refusals.js";
import { findRedemptions, putRedemptions, redemptionsInState } from "./redemption.store.js";
import { redemptionEntry } from "./redemption-entry.js";

/** Redemptions that one batch takes at most. */
export const MAX_BATCH = 1_000;

export type BatchMade =
  | { readonly kind: "BatchMade"; readonly batch: PayoutBatchRow; readonly redemptions: readonly RedemptionRow[] }
  | Extract<PayoutRefusal, { kind: "NothingToPay" }>;

/** Puts the approved redemptions into a batch that is paid outside, oldest first; each is in one batch at most. */
export const createPayoutBatch =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { note }: { readonly note: string | null }): Promise<BatchMade> =>
    db.transact(viewer, async (tx) => {
      const approved = await redemptionsInState.of(tx, { state: "APPROVED" }).read(fromStart(MAX_BATCH));
      await lockPartnerMirrors(tx, [...new Set(approved.map(({ partnerId }) => partnerId))]);
      // Another batch may have been quicker.
      const waiting = (await findRedemptions(tx, approved)).filter(({ state }) => state === "APPROVED");
      if (waiting.length === 0) return payoutRefusals.NothingToPay();
      const batch = { batchId: newId(), createdAt: clock.now(), createdBy: viewer.subject, note };
      tx.create(payoutBatchTable, batch);
      const paying = waiting.map(
        (redemption): RedemptionRow => ({ ...redemption, state: "PAYING", batchId: batch.batchId }),
      );
      await putRedemptions(tx, paying);
      return { kind: "BatchMade", batch, redemptions: paying };
    });

export interface SettlePayouts {
  readonly batchId: string;
  readonly payouts: readonly {
    readonly redemptionId: string;
    /** What the bank calls the payment; null where it failed. */
    readonly reference: string | null;
    /** Why it failed; null where it did not. */
    readonly failure: string | null;
  }[];
}

export type PayoutsSettled =
  | { readonly kind: "PayoutsSettled"; readonly redemptions: readonly RedemptionRow[] }
  | PayoutRefusal;

/**
 * Records the outcome of payments of a batch: paid under a reference, or failed, and then the sum is available again.
 * All of them or none. Reporting the same again changes nothing.
 */
export const settlePayouts =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { batchId, payouts }: SettlePayouts): Promise<PayoutsSettled> => {
    if (payouts.length === 0 || payouts.length > MAX_BATCH) return payoutRefusals.TooManyPayouts();
    const keys = payouts.map(({ redemptionId }) => decodeOwnedId(redemptionId));
    const seen = new Set<string>();
    for (const [index, { reference, failure, redemptionId }] of payouts.entries()) {
      if (keys[index] == null || !isUuid(batchId)) return payoutRefusals.PayoutUnknown({ index });
      if ((reference?.trim() ?? "") === "" ? (failure?.trim() ?? "") === "" : failure !== null)
        return payoutRefusals.PayoutAmbiguous({ index });
      if (seen.has(redemptionId)) return payoutRefusals.PayoutAmbiguous({ index });
      seen.add(redemptionId);
    }
    return db.transact(viewer, async (tx) => {
      const owned = keys.flatMap((key) => (key === null ? [] : { partnerId: key.partnerId, redemptionId: key.id }));
      const partnerIds = [...new Set(owned.map(({ partnerId }) => partnerId))];
      const mirrors = await lockPartnerMirrors(tx, partnerIds);
      const known = new Map((await findRedemptions(tx, owned)).map((row) => [row.redemptionId, row]));
      const books = await openBooks(tx, partnerIds);
      const now = clock.now();
      const entries: LedgerEntry[] = [];
      const settled: RedemptionRow[] = [];
      const moved: RedemptionRow[] = [];
      for (const [index, { reference, failure }] of payouts.entries()) {
        const redemption = known.get(owned[index]?.redemptionId ?? "");
        if (redemption === undefined || redemption.batchId !== batchId) return payoutRefusals.PayoutUnknown({ index });
        const reported: RedemptionRow = {
          ...redemption,
          state: failure === null ? "PAID" : "RETURNED",
          externalReference: reference?.trim() ?? null,
          reason: failure ?? redemption.reason,
          settledAt: now,
        };
        if (redemption.state !== "PAYING") {
          const isSame =
            redemption.state === reported.state && redemption.externalReference === reported.externalReference;
          if (!isSame) return payoutRefusals.NotPaying({ index, state: redemption.state });
          settled.push(redemption);
          continue;
        }
        if (failure === null) {
          const movement = books.of(redemption).payOut(redemption.amountMinor);
          const actor = viewer.subject;
          entries.push(
            redemptionEntry("REDEMPTION_PAID", reported, {
              movement,
              actor,
              today: dayOf(now),
              recordedAt: now,
              newId,
            }),
          );
        } else entries.push(await giveBack(tx, { redemption: reported, books, viewer, now }));
        settled.push(reported);
        moved.push(reported);
      }
      await appendEntries(tx, mirrors, entries);
      if (moved.length > 0) await putRedemptions(tx, moved);
      return { kind: "PayoutsSettled", redemptions: settled };
    });
  };
