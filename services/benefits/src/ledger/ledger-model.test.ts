import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { encodeOwnedId, newId } from "@tiergraph/kit/values/ids";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { randomOf } from "@tiergraph/program/fixtures";
import type { EventOf } from "@tiergraph/schema/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Deal, differing, invariants, type Modelled, payOut } from "../fixtures/modelled-partners.js";
import { openBenefitsDatabase } from "../fixtures/opened-benefits.js";
import { PlainLedger } from "../fixtures/plain-ledger.js";
import { reconcileLedger } from "../reconcile/reconcile-ledger.action.js";
import { decideRedemption } from "../redemption/decide-redemption.action.js";
import { redeemRewards } from "../redemption/redeem-rewards.action.js";
import { onFactsRecorded } from "../upstream/on-facts-recorded.js";
import { onProgramPublished } from "../upstream/on-program-published.js";
import { onTierChanged } from "../upstream/on-tier-changed.js";
import { lastDayOfMonthAfter } from "./book.js";
import { keepUpDaily } from "./mature-credits-daily.action.js";

// A thousand partners, each with fifty random commands of its own, on a real database: deals that come, change, are taken
// back and refunded, reported twice; redemptions asked for, refused, paid, failed; days that pass. Held against a plain list.
const PARTNERS = 1_000;

const STEPS = 50;

const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

const PROGRAM = `
program: modelled
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates: { all: { of: deal.won, net-of: deal.refunded, rate: { base: 10% }, why: Thanks. } }
ledger: { refund-window: 30 days, expires-after: 2 months, approval-from: 0.01 }
ceilings: { each: { of: payouts, each: partner, over: lifetime, at-most: 100, beyond: refuse, why: Enough. } }
`;

const MOST_CENTS = 10_000;

const EXPIRES_AFTER = 2;

let house: Awaited<ReturnType<typeof openBenefitsDatabase>>;

beforeAll(async () => {
  house = await openBenefitsDatabase("2026-01-01");
});

afterAll(() => house.stop());

type FactInEvent = EventOf<"FactsRecorded">["facts"][number];

const random = randomOf(SEED);

const below = (limit: number): number => Math.floor(random() * limit);

const money = (cents: number): string => (cents / 100).toFixed(2);

test("a thousand random histories leave in the database just what a plain list comes to", {
  timeout: 400_000,
}, async () => {
  console.log(`ledger on a database against a plain list: seed ${SEED}, ${PARTNERS} sequences of ${STEPS}`);
  const { db, clock, eventOf } = house;
  const [first, second]: Viewer[] = ["first", "second"].map((subject) => ({
    role: "PROGRAM_MANAGER",
    subject,
    partnerIds: "all",
  }));
  if (first === undefined || second === undefined) throw new Error("Two people are needed");
  await onProgramPublished(
    db,
    house.publish,
    clock,
  )(eventOf("ProgramPublished", { program: "modelled", programVersion: "1", sequence: 1, source: PROGRAM }));
  const partners = Array.from(
    { length: PARTNERS },
    (): Modelled => ({ partnerId: newId(), ledger: new PlainLedger(), deals: [], redemptions: [] }),
  );
  await onTierChanged(
    db,
    clock,
  )(
    eventOf("TierChanged", {
      program: "modelled",
      programVersion: "1",
      changes: partners.map(({ partnerId }) => ({
        partnerId,
        sequence: 1,
        periods: [{ tier: "base", from: "2025-01-01", decisionId: newId() }],
      })),
    }),
  );
  const redeem = redeemRewards(db, clock);
  const decide = decideRedemption(db, clock);
  const tried = { refusedForMoney: 0, refusedByCeiling: 0, redeemed: 0, indebted: 0 };

  for (let step = 0; step < STEPS; step++) {
    const today = house.today();
    const reported: FactInEvent[] = [];
    // Drawn before anything runs at once, so that a seed draws the same again.
    const asking: { partner: Modelled; isDeciding: boolean; approve: boolean; cents: number }[] = [];
    for (const partner of partners) {
      const command = below(8);
      if (command >= 4)
        asking.push({ partner, isDeciding: below(2) === 0, approve: below(2) === 0, cents: 1 + below(6_000) });
      else reported.push(...factsOf(partner, command, { step, today }));
    }
    if (reported.length > 0) {
      const event = eventOf("FactsRecorded", { program: "modelled", programVersion: "1", facts: reported });
      await onFactsRecorded(db, clock)(event);
      // Delivered again: nothing more comes of it.
      if (step % 5 === 0) await onFactsRecorded(db, clock)(event);
    }
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let one = asking.pop(); one !== undefined; one = asking.pop()) {
          const { approve, cents } = one;
          const { partnerId, ledger, redemptions } = one.partner;
          const waiting = redemptions.find(({ state }) => state === "REQUESTED");
          if (waiting !== undefined && one.isDeciding) {
            const id = encodeOwnedId("Redemption", { partnerId, id: waiting.redemptionId });
            const decided = await decide(second, { id, approve, reason: "Looked at." });
            expect(decided.kind).toBe("RedemptionDecided");
            waiting.state = approve ? "APPROVED" : "REFUSED";
            if (!approve) ledger.giveBack(waiting.id);
            continue;
          }
          const used = redemptions
            .filter(({ state }) => state !== "REFUSED" && state !== "RETURNED")
            .reduce((sum, redemption) => sum + redemption.cents, 0);
          const outcome = await redeem(first, {
            partnerId,
            amount: money(cents),
            idempotencyKey: `step ${step}`,
            note: null,
          });
          if (ledger.availableOn(today) < cents) {
            expect(outcome).toMatchObject({
              kind: "InsufficientBalance",
              missingMinor: BigInt(cents - ledger.availableOn(today)),
            });
            tried.refusedForMoney++;
          } else if (used + cents > MOST_CENTS) {
            expect(outcome).toMatchObject({ kind: "CeilingReached", leftMinor: BigInt(MOST_CENTS - used) });
            tried.refusedByCeiling++;
          } else {
            if (outcome.kind !== "Redeemed") throw new Error(`Refused: ${outcome.kind}`);
            ledger.redeem(step, cents, today);
            redemptions.push({ id: step, redemptionId: outcome.redemption.redemptionId, cents, state: "REQUESTED" });
            tried.redeemed++;
          }
        }
      }),
    );
    if (step % 10 === 9) {
      await payOut(house, partners, first);
      expect(await differing(house, partners)).toEqual([]);
    }
    tried.indebted += partners.filter(({ ledger }) => ledger.debt > 0).length;
    house.moveTo(addDays(knownCalendarDate(today), below(12)));
    await keepUpDaily(db, clock)();
    const expiryOf = (day: string) => lastDayOfMonthAfter(day, EXPIRES_AFTER);
    for (const { ledger } of partners) {
      ledger.mature(house.today(), expiryOf);
      ledger.expire(house.today());
    }
  }
  expect(await differing(house, partners)).toEqual([]);
  for (let after: string | null = null; ; ) {
    const { faults, next }: Awaited<ReturnType<ReturnType<typeof reconcileLedger>>> = await reconcileLedger(db)(after);
    expect(faults).toEqual([]);
    if (next === null) break;
    after = next;
  }
  expect(await invariants(house, MOST_CENTS)).toEqual({ sum: 0n, overdrawn: 0, above: 0 });
  // Guards against trying nothing.
  for (const times of Object.values(tried)) expect(times).toBeGreaterThan(100);
});

/** A command about deals: what is reported of it, and what the plain list makes of that. */
function factsOf(partner: Modelled, command: number, { step, today }: { step: number; today: string }): FactInEvent[] {
  const { partnerId, deals } = partner;
  const known = deals[below(Math.max(1, deals.length))];
  const reported = (deal: Deal): FactInEvent => ({
    partnerId,
    factId: deal.factId,
    revision: deal.revision,
    kind: "deal.won",
    on: deal.on,
    externalId: deal.externalId,
    amountMinor: deal.isGone ? "0" : String(deal.cents),
    currency: "USD",
    customer: null,
    product: null,
    attributes: {},
    quantity: null,
    hasAmount: true,
    isGone: deal.isGone,
  });
  if (command === 0 || known === undefined) {
    const on = addDays(knownCalendarDate(today), -below(45));
    const deal: Deal = {
      factId: newId(),
      externalId: `deal ${step}`,
      on,
      revision: 1,
      cents: 1 + below(100_000),
      isGone: false,
      refundedCents: 0,
      given: null,
    };
    deals.push(deal);
    settle(partner.ledger, deal, today);
    return [reported(deal)];
  }
  if (known.isGone) return [];
  if (command === 3) {
    const cents = 1 + below(Math.max(1, known.cents));
    known.refundedCents += cents;
    settle(partner.ledger, known, today);
    return [
      {
        partnerId,
        factId: newId(),
        revision: 1,
        kind: "deal.refunded",
        on: today,
        externalId: `refund ${step}`,
        amountMinor: String(cents),
        currency: "USD",
        customer: null,
        product: null,
        attributes: { deal: known.externalId },
        quantity: null,
        hasAmount: true,
        isGone: false,
      },
    ];
  }
  known.revision++;
  if (command === 1) known.cents = 1 + below(100_000);
  else known.isGone = true;
  settle(partner.ledger, known, today);
  return [reported(known)];
}

/** What a deal is owed, against what it was given. */
function settle(ledger: PlainLedger, deal: Deal, today: string): void {
  const base = deal.isGone ? 0 : Math.max(0, deal.cents - deal.refundedCents);
  const owed = Math.round(base / 10);
  const missing = owed - (deal.given?.cents ?? 0);
  if (missing === 0) return;
  if (deal.given === null) {
    const matures = addDays(knownCalendarDate(deal.on), 30);
    const maturesOn = matures > today ? matures : null;
    deal.given = { cents: owed, maturesOn, expiresOn: lastDayOfMonthAfter(maturesOn ?? today, EXPIRES_AFTER) };
    ledger.accrue(missing, maturesOn, deal.given.expiresOn);
    return;
  }
  const { maturesOn, expiresOn } = deal.given;
  const pending = maturesOn !== null && maturesOn > today ? maturesOn : null;
  if (missing > 0)
    ledger.accrue(
      missing,
      pending,
      expiresOn < today ? lastDayOfMonthAfter(pending ?? today, EXPIRES_AFTER) : expiresOn,
    );
  else ledger.takeBack(-missing, maturesOn, expiresOn, today);
  deal.given.cents = owed;
}
