import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isIdempotencyKey, repeatedAnswer, requestHash } from "@tiergraph/kit/values/idempotency-key";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { minorOf } from "@tiergraph/program/exact";
import { appendEntries } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { periodNow } from "./change-fund-request.tx.js";
import { fundRefusals } from "./fund.refusals.js";
import { findFundRequestByKey, sumWaiting } from "./fund.store.js";
import { type FundOutcome, isWords } from "./fund-outcome.js";
import { type FundRequestRow, fundRequestTable } from "./fund-request.entity.js";
import { topUpFunds } from "./top-up-funds.tx.js";

export interface RequestFunds {
  readonly partnerId: string;
  readonly fund: string;
  readonly activity: string;
  readonly amount: string;
  readonly idempotencyKey: string;
}

/** Asks for money of a fund in its present period, as far as the partner has it there. */
export const requestFunds =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: RequestFunds): Promise<FundOutcome> => {
    const { partnerId, activity, idempotencyKey } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "request funds", partnerId))
      return fundRefusals.PartnerUnknown();
    if (!isIdempotencyKey(idempotencyKey)) return fundRefusals.KeyInvalid();
    if (!isWords(activity)) return fundRefusals.TextInvalid({ field: "activity" });
    return db.transact(viewer, async (tx) => {
      const mirrors = await lockPartnerMirrors(tx, [partnerId]);
      if (mirrors.length === 0) return fundRefusals.PartnerUnknown();
      const repeated = repeatedAnswer(await findFundRequestByKey(tx, asked), hashOf(asked), {
        again: (request) => ({ kind: "FundRequestChanged" as const, request }),
        reused: fundRefusals.KeyReused,
      });
      if (repeated !== null) return repeated;
      const now = clock.now();
      const period = await periodNow(tx, asked.fund, dayOf(now));
      if (!("key" in period)) return period;
      const { program } = period;
      const amountMinor = minorOf(asked.amount, program.currency);
      if (amountMinor === null || amountMinor <= 0n) return fundRefusals.AmountInvalid({ currency: program.currency });
      const { standing, entry } = await topUpFunds(tx, period, { partnerId, now });
      if (entry !== null) await appendEntries(tx, mirrors, [entry]);
      const waiting = await sumWaiting(tx, { partnerId, fund: asked.fund, periodFrom: period.period.from });
      const leftMinor = standing.allocatedMinor - (waiting?.waitingMinor ?? 0n);
      if (amountMinor > leftMinor)
        return fundRefusals.InsufficientFunds({
          leftMinor: leftMinor > 0n ? leftMinor : 0n,
          currency: program.currency,
        });
      const request: FundRequestRow = {
        partnerId,
        requestId: newId(),
        program: program.name,
        programVersion: program.version,
        fund: asked.fund,
        periodFrom: period.period.from,
        periodUntil: period.period.until,
        currency: program.currency,
        activity: activity.trim(),
        amountMinor,
        state: "REQUESTED",
        idempotencyKey,
        requestHash: hashOf(asked),
        requestedAt: now,
        requestedBy: viewer.subject,
        decidedAt: null,
        decidedBy: null,
        reason: null,
        approvedMinor: null,
        claimBy: null,
        spentMinor: null,
        claimedAt: null,
        claimedBy: null,
        reimbursedMinor: null,
        externalReference: null,
        settledAt: null,
      };
      tx.create(fundRequestTable, request);
      return { kind: "FundRequestChanged", request };
    });
  };

const hashOf = ({ fund, activity, amount }: RequestFunds): string => requestHash([fund, activity, amount]);
