import type { Database } from "@tiergraph/kit/database/database";
import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { addDays, knownCalendarDate, minorOf } from "@tiergraph/program/exact";
import { heldOn, reserveCeilings, saveReservations } from "../ceiling/index.js";
import { appendEntries, listBalances } from "../ledger/index.js";
import { changeFundRequest } from "./change-fund-request.tx.js";
import { fundRefusals } from "./fund.refusals.js";
import { putFundRequest } from "./fund.store.js";
import { fundBalanceOf, fundEntry, inMoney } from "./fund-account.js";
import { type FundOutcome, isWords } from "./fund-outcome.js";
import type { FundRequestRow } from "./fund-request.entity.js";

export interface DecideFundRequest {
  readonly id: string;
  readonly approve: boolean;
  /** What is approved of it, major units; all of it where null. */
  readonly amount: string | null;
  readonly reason: string;
}

/** A second person promises a partner what it asked for, or less, or refuses it. */
export const decideFundRequest =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, approve, amount, reason }: DecideFundRequest): Promise<FundOutcome> => {
    if (!isWords(reason)) return fundRefusals.TextInvalid({ field: "reason" });
    return changeFundRequest(
      db,
      { viewer, permission: "decide funds", id },
      async ({ tx, mirrors, request, period }) => {
        if (request.state !== "REQUESTED") return fundRefusals.NotPossible({ state: request.state });
        if (isSamePerson(request.requestedBy, viewer.subject)) return fundRefusals.OwnRequest();
        const now = clock.now();
        const decided = { ...request, decidedAt: now, decidedBy: viewer.subject, reason: reason.trim() };
        if (!approve) {
          const refused: FundRequestRow = { ...decided, state: "REFUSED" };
          await putFundRequest(tx, refused);
          return { kind: "FundRequestChanged", request: refused };
        }
        const { partnerId, currency } = request;
        const approvedMinor = amount === null ? request.amountMinor : minorOf(amount, currency);
        if (approvedMinor === null || approvedMinor <= 0n || approvedMinor > request.amountMinor)
          return fundRefusals.AmountInvalid({ currency });
        const standing = fundBalanceOf(await listBalances(tx, [partnerId]), period);
        if (approvedMinor > standing.allocatedMinor)
          return fundRefusals.InsufficientFunds({ leftMinor: standing.allocatedMinor, currency });
        const held = period.program.ceilings
          .filter(({ of, each }) => each === "program" && Array.isArray(of) && of.includes(`funds.${request.fund}`))
          .map((ceiling) => heldOn(ceiling, period.program, dayOf(now)));
        const headroom = await reserveCeilings(tx, held);
        const { amountMinor: granted, by } = headroom.grant(held, approvedMinor);
        if (by !== null && granted < approvedMinor) return fundRefusals.CeilingReached({ ceiling: by.title });
        await saveReservations(tx, headroom, held, now);
        const approved: FundRequestRow = {
          ...decided,
          state: "APPROVED",
          approvedMinor,
          claimBy: addDays(knownCalendarDate(request.periodUntil), period.fund.claimWithinDays - 1),
        };
        await putFundRequest(tx, approved);
        await appendEntries(tx, mirrors, [
          fundEntry("FUND_COMMITTED", period, {
            partnerId,
            actor: viewer.subject,
            reference: request.requestId,
            now,
            newId,
            lines: [
              { account: "fund:allocated", amountMinor: -approvedMinor },
              { account: "fund:committed", amountMinor: approvedMinor },
            ],
            // What a person wrote stays in the request, which `reference` names: nothing leaves a ledger again.
            explanation: `${inMoney(approvedMinor, period.program)} of ${period.fund.title} are promised.`,
          }),
        ]);
        return { kind: "FundRequestChanged", request: approved };
      },
    );
  };
