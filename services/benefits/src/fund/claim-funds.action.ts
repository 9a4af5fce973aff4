import type { Database } from "@tiergraph/kit/database/database";
import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { minorOf } from "@tiergraph/program/exact";
import { appendEntries } from "../ledger/index.js";
import { changeFundRequest } from "./change-fund-request.tx.js";
import { fundRefusals } from "./fund.refusals.js";
import { listProofs, putFundRequest } from "./fund.store.js";
import { fundEntry, inMoney, reimbursable } from "./fund-account.js";
import { type FundOutcome, isWords } from "./fund-outcome.js";
import type { FundRequestRow } from "./fund-request.entity.js";

/** Claims what was spent; with a proof, before the last day for it. */
export const claimFunds =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { id, spent }: { readonly id: string; readonly spent: string }): Promise<FundOutcome> =>
    changeFundRequest(db, { viewer, permission: "request funds", id }, async ({ tx, request }) => {
      if (request.state !== "APPROVED") return fundRefusals.NotPossible({ state: request.state });
      const now = clock.now();
      if (request.claimBy !== null && dayOf(now) > request.claimBy)
        return fundRefusals.TooLate({ claimBy: request.claimBy });
      const spentMinor = minorOf(spent, request.currency);
      if (spentMinor === null || spentMinor <= 0n) return fundRefusals.AmountInvalid({ currency: request.currency });
      if ((await listProofs(tx, [request])).length === 0) return fundRefusals.ProofMissing();
      const claimed: FundRequestRow = {
        ...request,
        state: "CLAIMED",
        spentMinor,
        claimedAt: now,
        claimedBy: viewer.subject,
      };
      await putFundRequest(tx, claimed);
      return { kind: "FundRequestChanged", request: claimed };
    });

export interface DecideFundClaim {
  readonly id: string;
  readonly approve: boolean;
  readonly reason: string;
  /** The payer's reference. */
  readonly reference: string | null;
}

/** A second person pays a claim back, or refuses it: then it can be claimed again with better proof, as long as there is time. */
export const decideFundClaim =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, approve, reason, reference }: DecideFundClaim): Promise<FundOutcome> => {
    if (!isWords(reason)) return fundRefusals.TextInvalid({ field: "reason" });
    return changeFundRequest(
      db,
      { viewer, permission: "decide funds", id },
      async ({ tx, mirrors, request, period }) => {
        const { partnerId, approvedMinor, spentMinor } = request;
        if (request.state !== "CLAIMED" || approvedMinor === null || spentMinor === null)
          return fundRefusals.NotPossible({ state: request.state });
        const askers = [request.requestedBy, request.claimedBy].filter((one) => one !== null);
        if (askers.some((one) => isSamePerson(one, viewer.subject))) return fundRefusals.OwnRequest();
        const now = clock.now();
        if (!approve) {
          const refused: FundRequestRow = { ...request, state: "APPROVED", reason: reason.trim() };
          await putFundRequest(tx, refused);
          return { kind: "FundRequestChanged", request: refused };
        }
        const reimbursedMinor = reimbursable(period, { spentMinor, approvedMinor });
        const rest = approvedMinor - reimbursedMinor;
        // What was promised and not needed can be asked for again, while its period lasts.
        const back = dayOf(now) < request.periodUntil ? ("fund:allocated" as const) : ("fund:budget" as const);
        const paid: FundRequestRow = {
          ...request,
          state: "REIMBURSED",
          reimbursedMinor,
          reason: reason.trim(),
          settledAt: now,
          externalReference: reference?.trim() || null,
        };
        await putFundRequest(tx, paid);
        await appendEntries(tx, mirrors, [
          fundEntry("FUND_REIMBURSED", period, {
            partnerId,
            actor: viewer.subject,
            reference: request.requestId,
            now,
            newId,
            lines: [
              { account: "fund:committed", amountMinor: -approvedMinor },
              { account: "fund:reimbursed", amountMinor: reimbursedMinor },
              { account: back, amountMinor: rest },
            ],
            explanation: `${inMoney(reimbursedMinor, period.program)} of ${inMoney(spentMinor, period.program)} spent are paid back by ${period.fund.title}.`,
          }),
        ]);
        return { kind: "FundRequestChanged", request: paid };
      },
    );
  };
