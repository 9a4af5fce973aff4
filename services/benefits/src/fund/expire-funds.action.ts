import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { appendEntries, type LedgerEntry, listBalances } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { findProgramInForce } from "../program/index.js";
import { periodOf } from "./change-fund-request.tx.js";
import { findFundRequest, listAllocated, listOverdueRequests, putFundRequest } from "./fund.store.js";
import { type FundPeriod, fundBalanceOf, fundEntry, fundPeriodOf, inMoney } from "./fund-account.js";
import type { FundRequestRow } from "./fund-request.entity.js";

const BATCH = 200;

/** Once a day: what was not claimed in time, and what was not asked for in its period, goes back to the budget. Safe to repeat. */
export const expireFunds = (db: Database, clock: Clock) => async (): Promise<void> => {
  const now = clock.now();
  await expireRequests(db, now);
  await expireAllocations(db, now);
};

const SYSTEM = systemViewer("benefits");

async function expireRequests(db: Database, now: Date): Promise<void> {
  for (;;) {
    const overdue = await listOverdueRequests(db.readAs(SYSTEM), { today: dayOf(now), limit: BATCH });
    for (const key of overdue) await db.transact(SYSTEM, (tx) => expireRequest(tx, key, now));
    if (overdue.length < BATCH) return;
  }
}

async function expireRequest(
  tx: Transaction,
  { partnerId, requestId }: Pick<FundRequestRow, "partnerId" | "requestId">,
  now: Date,
): Promise<void> {
  const mirrors = await lockPartnerMirrors(tx, [partnerId]);
  const request = await findFundRequest(tx, { partnerId, requestId });
  if (request === null || (request.state !== "APPROVED" && request.state !== "REQUESTED")) return;
  await putFundRequest(tx, { ...request, state: "EXPIRED", settledAt: now });
  const { approvedMinor } = request;
  if (request.state === "REQUESTED" || approvedMinor === null) return;
  const period = await periodOf(tx, request);
  await appendEntries(tx, mirrors, [
    expiryOf(period, {
      partnerId,
      reference: requestId,
      now,
      from: "fund:committed",
      amountMinor: approvedMinor,
      explanation: `${inMoney(approvedMinor, period.program)} of ${period.fund.title} were not claimed by ${request.claimBy}.`,
    }),
  ]);
}

async function expireAllocations(db: Database, now: Date): Promise<void> {
  const program = await findProgramInForce(db.readAs(SYSTEM));
  if (program === null) return;
  for (let after: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof listAllocated>> = await listAllocated(db.readAs(SYSTEM), {
      after,
      limit: BATCH,
    });
    for (const partnerId of new Set(rows.map((row) => row.partnerId)))
      await db.transact(SYSTEM, async (tx) => {
        const mirrors = await lockPartnerMirrors(tx, [partnerId]);
        const balances = await listBalances(tx, [partnerId]);
        await appendEntries(tx, mirrors, expiriesOf(balances, { partnerId, program, now }));
      });
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.partnerId;
  }
}

/** What goes back to the budget of what a partner was given, by fund and period. */
const expiriesOf = (
  balances: Awaited<ReturnType<typeof listBalances>>,
  { partnerId, program, now }: { partnerId: string; program: Program; now: Date },
): LedgerEntry[] =>
  balances.flatMap(({ account, fund: key, balanceMinor }): LedgerEntry[] => {
    const [name = "", from = ""] = key.split(" ");
    const fund = program.funds.find((candidate) => candidate.name === name);
    if (account !== "fund:allocated" || balanceMinor <= 0n || fund === undefined) return [];
    const period = fundPeriodOf(fund, program, from);
    if (period.period.until > dayOf(now)) return [];
    const { allocatedMinor: amountMinor } = fundBalanceOf(balances, period);
    const explanation = `${inMoney(amountMinor, program)} of ${fund.title} were not asked for in their ${fund.over}.`;
    return amountMinor === 0n
      ? []
      : [expiryOf(period, { partnerId, reference: null, now, from: "fund:allocated", amountMinor, explanation })];
  });

/** The entry by which money of a fund goes back to its budget. */
const expiryOf = (
  period: FundPeriod,
  {
    now,
    from,
    amountMinor,
    ...entry
  }: {
    partnerId: string;
    reference: string | null;
    now: Date;
    from: "fund:committed" | "fund:allocated";
    amountMinor: bigint;
    explanation: string;
  },
): LedgerEntry =>
  fundEntry("FUND_EXPIRED", period, {
    ...entry,
    actor: null,
    now,
    newId,
    lines: [
      { account: from, amountMinor: -amountMinor },
      { account: "fund:budget", amountMinor },
    ],
  });
