import type { Queryable, Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { heldOn, reserveCeilings, saveReservations } from "../ceiling/index.js";
import { type LedgerEntry, listBalances } from "../ledger/index.js";
import { listTierPeriods, tierOn } from "../partner-mirror/index.js";
import { engineFactOf, listPayingFacts } from "../paying-fact/index.js";
import { sumGivenByHand } from "./fund.store.js";
import {
  budgetOf,
  dueOf,
  type FundBalance,
  type FundPeriod,
  fundBalanceOf,
  fundEntry,
  inMoney,
} from "./fund-account.js";

/**
 * Brings what a partner is given of a fund to what the program gives it, as far as the budget reaches: more for a higher
 * tier or more revenue; of what is too much, what is not promised yet goes back. What people gave by hand stays. The entry is
 * the caller's to write.
 */
export async function topUpFunds(
  tx: Transaction,
  period: FundPeriod,
  { partnerId, now }: { partnerId: string; now: Date },
): Promise<{ standing: FundBalance; entry: LedgerEntry | null }> {
  const today = dayOf(now);
  const standing = fundBalanceOf(await listBalances(tx, [partnerId]), period);
  const due = await fundDue(tx, period, { partnerId, today });
  if (due === null) return { standing, entry: null };
  const hand = await sumGivenByHand(tx, { partnerId, program: period.program.name, key: period.key });
  const byHand = hand?.givenMinor ?? 0n;
  const missing = due - (standing.givenMinor - byHand);
  if (missing === 0n) return { standing, entry: null };
  const held = [heldOn(budgetOf(period, "remainder"), period.program, today)];
  const headroom = await reserveCeilings(tx, held);
  const takenBack = takenBackOf({ tooMuch: -missing, allocated: standing.allocatedMinor, byHand });
  const change = missing > 0n ? headroom.grant(held, missing).amountMinor : -takenBack;
  if (change === 0n) return { standing, entry: null };
  if (change < 0n) headroom.take(held, change);
  await saveReservations(tx, headroom, held, now);
  const amount = inMoney(change < 0n ? -change : change, period.program);
  const entry = fundEntry(change > 0n ? "FUND_ALLOCATED" : "FUND_RELEASED", period, {
    partnerId,
    actor: null,
    reference: null,
    now,
    newId,
    lines: [
      { account: "fund:budget", amountMinor: -change },
      { account: "fund:allocated", amountMinor: change },
    ],
    explanation:
      change > 0n
        ? `${amount} of ${period.fund.title} are given for the ${period.fund.over} from ${period.period.from}.`
        : `${amount} of ${period.fund.title} are taken back: the program gives less than before.`,
  });
  return {
    entry,
    standing: {
      ...standing,
      givenMinor: standing.givenMinor + change,
      allocatedMinor: standing.allocatedMinor + change,
    },
  };
}

/**
 * What goes back of what the program gave too much: what is not promised yet, and never what people gave by hand. What was
 * promised was promised of what the program gave first.
 */
function takenBackOf({ tooMuch, allocated, byHand }: { tooMuch: bigint; allocated: bigint; byHand: bigint }): bigint {
  const free = allocated > byHand ? allocated - byHand : 0n;
  return tooMuch < free ? tooMuch : free;
}

/** What the program gives a partner of a fund today; null where people decide. */
export async function fundDue(
  tx: Queryable,
  period: FundPeriod,
  { partnerId, today }: { partnerId: string; today: string },
): Promise<bigint | null> {
  const tier = tierOn(await listTierPeriods(tx, [partnerId]), today);
  const days = { partnerId, from: period.period.from, until: period.period.until };
  const facts = period.fund.allocation.kind === "accrual" ? await listPayingFacts(tx, [days]) : [];
  return dueOf(period, { tier, facts: facts.filter(({ isGone }) => !isGone).map(engineFactOf) });
}
