import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isIdempotencyKey, repeatedAnswer, requestHash } from "@tiergraph/kit/values/idempotency-key";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { minorOf } from "@tiergraph/program/exact";
import { heldOn, reserveCeilings, saveReservations } from "../ceiling/index.js";
import { appendEntries } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { periodNow } from "./change-fund-request.tx.js";
import { type FundRefusal, fundRefusals } from "./fund.refusals.js";
import { findAllocation } from "./fund.store.js";
import { budgetOf, fundEntry, inMoney } from "./fund-account.js";
import { fundAllocationTable } from "./fund-allocation.entity.js";
import { isWords } from "./fund-outcome.js";

export interface AllocateFund {
  readonly partnerId: string;
  readonly fund: string;
  readonly amount: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}
export type FundAllocated = { readonly kind: "FundAllocated" } | FundRefusal;

/** Gives a partner money of a fund by hand, within the budget of the period. */
export const allocateFund =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: AllocateFund): Promise<FundAllocated> => {
    const { partnerId, reason, idempotencyKey } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "decide funds", partnerId))
      return fundRefusals.PartnerUnknown();
    if (!isIdempotencyKey(idempotencyKey)) return fundRefusals.KeyInvalid();
    if (!isWords(reason)) return fundRefusals.TextInvalid({ field: "reason" });
    return db.transact(viewer, async (tx) => {
      const mirrors = await lockPartnerMirrors(tx, [partnerId]);
      if (mirrors.length === 0) return fundRefusals.PartnerUnknown();
      const now = clock.now();
      const period = await periodNow(tx, asked.fund, dayOf(now));
      if (!("key" in period)) return period;
      const { program } = period;
      const amountMinor = minorOf(asked.amount, program.currency);
      if (amountMinor === null || amountMinor <= 0n) return fundRefusals.AmountInvalid({ currency: program.currency });
      const hash = requestHash([asked.fund, String(amountMinor), reason.trim()]);
      const repeated = repeatedAnswer(await findAllocation(tx, { partnerId, idempotencyKey }), hash, {
        again: () => ({ kind: "FundAllocated" as const }),
        reused: fundRefusals.KeyReused,
      });
      if (repeated !== null) return repeated;
      const explanation = `${inMoney(amountMinor, program)} of ${period.fund.title} are given by hand: ${reason.trim()}`;
      const held = [heldOn(budgetOf(period, "refuse"), program, dayOf(now))];
      const headroom = await reserveCeilings(tx, held);
      const leftMinor = headroom.left(held) ?? 0n;
      if (headroom.grant(held, amountMinor).by !== null)
        return fundRefusals.InsufficientFunds({ leftMinor, currency: program.currency });
      await saveReservations(tx, headroom, held, now);
      await appendEntries(tx, mirrors, [
        fundEntry("FUND_ALLOCATED", period, {
          partnerId,
          actor: viewer.subject,
          reference: null,
          subject: `allocation ${idempotencyKey}`,
          now,
          newId,
          lines: [
            { account: "fund:budget", amountMinor: -amountMinor },
            { account: "fund:allocated", amountMinor },
          ],
          explanation,
        }),
      ]);
      tx.create(fundAllocationTable, { partnerId, idempotencyKey, requestHash: hash, allocatedAt: now });
      return { kind: "FundAllocated" };
    });
  };
