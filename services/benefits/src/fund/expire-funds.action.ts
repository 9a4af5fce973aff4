import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { appendEntries, type LedgerEntry, listBalances } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { findProgramInForce } from "../program/index.js";
import { periodOf } from "./change-fund-request.tx.js";
import { findFundRequest, listAllocated, listOverdueRequests, putFundRequest } from "./fund.store.js";
import { fundBalanceOf, fundEntry, fundPeriodOf, inMoney } from "./fund-account.js";

const BATCH = 200;

/** Once a day: what was not claimed in time, and what was not asked for in its period, goes back to the budget. Safe to repeat. */
export const expireFunds = (db: Database, clock: Clock) => async (): Promise<void> => {
  const now = clock.now();
  const today = dayOf(now);
  const system = systemViewer("benefits");
  for (;;) {
    const overdue = await listOverdueRequests(db.readAs(system), { today, limit: BATCH });
    for (const { partnerId, requestId } of overdue)
      await db.transact(system, async (tx) => {
        const mirrors = await lockPartnerMirrors(tx, [partnerId]);
        const request = await findFundRequest(tx, { partnerId, requestId });
        if (request === null || (request.state !== "APPROVED" && request.state !== "REQUESTED")) return;
        await putFundRequest(tx, { ...request, state: "EXPIRED", settledAt: now });
        const { approvedMinor } = request;
        if (request.state === "REQUESTED" || approvedMinor === null) return;
        const period = await periodOf(tx, request);
        await appendEntries(tx, mirrors, [
          fundEntry("FUND_EXPIRED", period, {
            partnerId,
            actor: null,
            reference: requestId,
            today,
            recordedAt: now,
            newId,
            lines: [
              { account: "fund:committed", amountMinor: -approvedMinor },
              { account: "fund:budget", amountMinor: approvedMinor },
            ],
            explanation: `${inMoney(approvedMinor, period.program)} of ${period.fund.title} were not claimed by ${request.claimBy}.`,
          }),
        ]);
      });
    if (overdue.length < BATCH) break;
  }
  const [inForce] = await findProgramInForce(db.readAs(system));
  if (inForce === undefined) return;
  const program = inForce.document;
  for (let after: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof listAllocated>> = await listAllocated(db.readAs(system), {
      after,
      limit: BATCH,
    });
    for (const partnerId of new Set(rows.map((row) => row.partnerId)))
      await db.transact(system, async (tx) => {
        const mirrors = await lockPartnerMirrors(tx, [partnerId]);
        const balances = await listBalances(tx, [partnerId]);
        const entries = balances.flatMap(({ account, fund: key, balanceMinor }): LedgerEntry[] => {
          const [name = "", from = ""] = key.split(" ");
          const fund = program.funds.find((candidate) => candidate.name === name);
          if (account !== "fund:allocated" || balanceMinor <= 0n || fund === undefined) return [];
          const period = fundPeriodOf(fund, program, from);
          if (period.period.until > today) return [];
          const { allocatedMinor } = fundBalanceOf(balances, period);
          return allocatedMinor === 0n
            ? []
            : [
                fundEntry("FUND_EXPIRED", period, {
                  partnerId,
                  actor: null,
                  reference: null,
                  today,
                  recordedAt: now,
                  newId,
                  lines: [
                    { account: "fund:allocated", amountMinor: -allocatedMinor },
                    { account: "fund:budget", amountMinor: allocatedMinor },
                  ],
                  explanation: `${inMoney(allocatedMinor, program)} of ${fund.title} were not asked for in their ${fund.over}.`,
                }),
              ];
        });
        await appendEntries(tx, mirrors, entries);
      });
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.partnerId;
  }
};
