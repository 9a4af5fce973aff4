import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isIdempotencyKey } from "@tiergraph/kit/values/idempotency-key";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { minorOf } from "@tiergraph/program/exact";
import { holdCeilingsIn, keepRoomIn } from "../ceiling/hold-in.js";
import { heldOn } from "../ceiling/room.js";
import { writeEntriesIn } from "../ledger/write-in.js";
import { policy } from "../policy.js";
import { lockStandings } from "../standing/standing.store.js";
import { findAllocation } from "./fund.store.js";
import { budgetOf, fundEntry, inMoney } from "./fund-account.js";
import { type FundRefused, isText } from "./fund-outcome.js";
import { periodNow } from "./fund-request-in.js";

export interface AllocateFund {
  readonly partnerId: string;
  readonly fund: string;
  readonly amount: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}
export type FundAllocated = { readonly kind: "FundAllocated" } | FundRefused;

/** Gives a partner money of a fund by hand, within the budget of the period. */
export const allocateFund =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: AllocateFund): Promise<FundAllocated> => {
    const { partnerId, reason, idempotencyKey } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "decide funds", partnerId)) return { kind: "PartnerUnknown" };
    if (!isIdempotencyKey(idempotencyKey)) return { kind: "KeyInvalid" };
    if (!isText(reason)) return { kind: "TextInvalid", field: "reason" };
    return db.transact(viewer, async (tx) => {
      const standings = await lockStandings(tx, [partnerId]);
      if (standings.length === 0) return { kind: "PartnerUnknown" };
      const now = clock.now();
      const period = await periodNow(tx, asked.fund, dayOf(now));
      if (!("key" in period)) return period;
      const { program } = period;
      const amountMinor = minorOf(asked.amount, program.currency);
      if (amountMinor === null || amountMinor <= 0n) return { kind: "AmountInvalid", currency: program.currency };
      const explanation = `${inMoney(amountMinor, program)} of ${period.fund.title} are given by hand: ${reason.trim()}`;
      const subject = `allocation ${idempotencyKey}`;
      const known = await findAllocation(tx, { partnerId, subject });
      if (known !== null) return known.explanation === explanation ? { kind: "FundAllocated" } : { kind: "KeyReused" };
      const held = [heldOn(budgetOf(period, "refuse"), program, dayOf(now))];
      const room = await holdCeilingsIn(tx, held);
      const leftMinor = room.left(held) ?? 0n;
      if (room.grant(held, amountMinor).by !== null)
        return { kind: "InsufficientFunds", leftMinor, currency: program.currency };
      await keepRoomIn(tx, room, held, now);
      await writeEntriesIn(tx, standings, [
        fundEntry("FUND_ALLOCATED", period, {
          partnerId,
          actor: viewer.subject,
          reference: null,
          subject,
          today: dayOf(now),
          recordedAt: now,
          newId,
          lines: [
            { account: "fund:budget", amountMinor: -amountMinor },
            { account: "fund:allocated", amountMinor },
          ],
          explanation,
        }),
      ]);
      return { kind: "FundAllocated" };
    });
  };
