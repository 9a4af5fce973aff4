import { newId } from "@tiergraph/kit/values/ids";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { randomOf } from "@tiergraph/program/fixtures";
import type { EventOf } from "@tiergraph/schema/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBenefitsDatabase } from "../fixtures/opened-benefits.js";
import { reconcileLedger } from "../reconcile/reconcile-ledger.action.js";
import { onFactsRecorded } from "../upstream/on-facts-recorded.js";
import { onProgramPublished } from "../upstream/on-program-published.js";
import { onTierChanged } from "../upstream/on-tier-changed.js";

// Each event one to five times, shuffled: deals and their refunds, corrections up to 90 days late, tiers that changed for
// days past. Under rules that add up over quarters, with caps, ceilings, bonuses and first so many, all is given as in order.
const PARTNERS = 60;
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PROGRAM = `
program: shuffled
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers:
  silver: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
rebates:
  flat: { of: deal.won, net-of: deal.refunded, rate: { silver: 3%, gold: 5% }, why: W. }
  volume: { of: deal.won, net-of: deal.refunded, rate: { silver: { 0: 1% }, gold: { 0: 1%, 5000: 2.5% } }, bands: marginal, over: quarter, why: W. }
  whole: { of: deal.won, rate: { silver: { 0: 0.3%, 8000: 0.7% }, gold: { 0: 0.5%, 8000: 0.9% } }, bands: whole-amount, over: quarter, why: W. }
  capped: { of: deal.won, where: { product: P1 }, rate: { silver: 10%, gold: 10% }, caps: [{ at-most: 90, per: month, by: product }], why: W. }
  new-customers: { of: deal.won, net-of: deal.refunded, rate: { silver: 7%, gold: 9% }, from-first-deal: 1 month, why: W. }
  loyal: { of: deal.won, rate: { gold: 2% }, gate: { tier: gold, held-for: 1 month, not-demoted-for: 1 month }, why: W. }
bonuses:
  quarter: { sum: amount, of: deal.won, net-of: deal.refunded, over: quarter, targets: { silver: { 9000: 50 }, gold: { 6000: 80, 12000: 200 } }, prorate: by-days, why: W. }
spiffs:
  push: { of: deal.won, before: 2027-01-01, pays: 4.50, first: { count: 5, per: quarter }, why: W. }
ceilings:
  own: { of: everything, each: partner, over: quarter, at-most: 1500, beyond: remainder, why: W. }
`;

let house: Awaited<ReturnType<typeof openBenefitsDatabase>>;
beforeAll(async () => {
  house = await openBenefitsDatabase("2026-06-30");
});
afterAll(() => house.stop());

type Delivered = EventOf<"FactsRecorded"> | EventOf<"TierChanged">;

test("events that come shuffled, repeated and late give each partner just what they give in order, once", {
  timeout: 200_000,
}, async () => {
  console.log(`rewards of shuffled events: seed ${SEED}`);
  const random = randomOf(SEED);
  const { db, clock, eventOf } = house;
  await onProgramPublished(
    db,
    house.publish,
    clock,
  )(eventOf("ProgramPublished", { program: "shuffled", programVersion: "1", sequence: 1, source: PROGRAM }));
  const deliver = (event: Delivered) =>
    event.name === "TierChanged" ? onTierChanged(db, clock)(event) : onFactsRecorded(db, clock)(event);
  const events = history(random, eventOf);
  const inOrder = Array.from({ length: PARTNERS }, newId);
  const mixed = Array.from({ length: PARTNERS }, newId);
  for (const event of events) await deliver(addressed(event, inOrder));
  const deliveries = events
    .map((event) => addressed(event, mixed))
    .flatMap((event) => Array<Delivered>(1 + Math.floor(random() * 5)).fill(event));
  for (const event of shuffled(deliveries, random)) await deliver(event);

  /** What each was given, by its number and the rule. */
  const given = async (partnerIds: readonly string[]) =>
    (
      await house.ownerRows<{ place: number; rule: string; subject: string; given: bigint }>(
        `select array_position($1::uuid[], partner_id) as place, rule,
           case when subject = fact_id::text then substr(subject, 20, 9) else subject end as subject, sum(accrued_minor)::bigint as given
         from benefits.ledger_transaction where partner_id = any($1)
         group by 1, 2, 3 having sum(accrued_minor) <> 0 order by 1, 2, 3`,
        [partnerIds],
      )
    ).map((row) => `${row.place} ${row.rule} ${row.subject} ${row.given}`);
  const expected = await given(inOrder);
  expect(expected.length).toBeGreaterThan(PARTNERS * 5);
  for (const rule of ["flat", "volume", "whole", "capped", "new-customers", "loyal", "quarter", "push"])
    expect(
      expected.filter((line) => line.includes(` ${rule} `)),
      rule,
    ).not.toEqual([]);
  expect(await given(mixed)).toEqual(expected);
  for (let after: string | null = null; ; ) {
    const { faults, next }: Awaited<ReturnType<ReturnType<typeof reconcileLedger>>> = await reconcileLedger(db)(after);
    expect(faults).toEqual([]);
    if (next === null) break;
    after = next;
  }
});

/** What happened to partners of which each event says only the number, in order; facts have fixed ids by partner number. */
function history(random: () => number, eventOf: typeof house.eventOf): Delivered[] {
  const below = (limit: number) => Math.floor(random() * limit);
  const day = () => addDays(knownCalendarDate("2026-06-30"), -below(90));
  const events: Delivered[] = [
    eventOf("TierChanged", {
      program: "shuffled",
      programVersion: "1",
      changes: Array.from({ length: PARTNERS }, (_, i) => ({
        partnerId: String(i),
        sequence: 1,
        periods: [{ tier: "silver", from: "2026-01-01", decisionId: newId() }],
      })),
    }),
  ];
  const known: { partner: number; place: number; on: string; revision: number }[] = [];
  const fact = (deal: (typeof known)[number], more: object) => ({
    partnerId: String(deal.partner),
    factId: `deal ${deal.place}`,
    revision: deal.revision,
    kind: "deal.won",
    on: deal.on,
    amountMinor: String(100 + below(300_000)),
    currency: "USD",
    customer: [null, "Acme GmbH", " ACME", "Globex", "globex inc"][below(5)] ?? null,
    product: `P${below(3)}`,
    attributes: {},
    externalId: `D-${deal.place}`,
    quantity: null,
    hasAmount: true,
    isGone: false,
    ...more,
  });
  const addFacts = (facts: ReturnType<typeof fact>[]) =>
    events.push(eventOf("FactsRecorded", { program: "shuffled", programVersion: "1", facts }));
  for (let round = 0; round < 12; round++) {
    const facts = Array.from({ length: PARTNERS }, (_, partner) => {
      const deal = { partner, place: round, on: day(), revision: 1 };
      known.push(deal);
      return fact(deal, {});
    });
    addFacts(facts);
    // Some are corrected, taken back, refunded.
    const later = Array.from({ length: 20 }, () => known[below(known.length)]).flatMap((deal) =>
      deal === undefined ? [] : deal,
    );
    addFacts(
      [...new Set(later)].map((deal, i) => {
        if (i % 3 === 2)
          return fact(deal, {
            factId: `refund ${round * 100 + i}`,
            revision: 1,
            kind: "deal.refunded",
            amountMinor: String(1 + below(90_000)),
            externalId: `R-${round}-${i}`,
            attributes: { deal: `D-${deal.place}` },
          });
        deal.revision++;
        return i % 3 === 0 ? fact(deal, { on: day() }) : fact(deal, { amountMinor: "0", isGone: true });
      }),
    );
    const risen = Array.from({ length: 8 }, () => below(PARTNERS));
    events.push(
      eventOf("TierChanged", {
        program: "shuffled",
        programVersion: "1",
        changes: [...new Set(risen)].map((partner) => ({
          partnerId: String(partner),
          sequence: 2 + round,
          periods: [
            { tier: "silver", from: "2026-01-01", decisionId: newId() },
            ...[...new Set([day(), day(), day()])]
              .sort()
              .map((from, i) => ({ tier: i === 1 ? "silver" : "gold", from, decisionId: newId() })),
          ],
        })),
      }),
    );
  }
  return events;
}

/** The same event as it is sent of other partners, under an id of its own: ids of facts are by partner. */
function addressed(event: Delivered, partnerIds: readonly string[]): Delivered {
  const idOf = (place: string): string => partnerIds[Number(place)] ?? "";
  // Facts of one text have one id a partner, whichever event holds them, and the two lists sort alike.
  const factIdOf = (partner: string, text: string): string => {
    const [word = "", place = "0"] = text.split(" ");
    const half = word === "deal" ? "8000" : "9000";
    return `00000000-0000-7000-${half}-${Number(place).toString(16).padStart(4, "0")}${idOf(partner).slice(-8)}`;
  };
  if (event.name === "TierChanged")
    return {
      ...event,
      id: newId(),
      changes: event.changes.map((change) => ({ ...change, partnerId: idOf(change.partnerId) })),
    };
  return {
    ...event,
    id: newId(),
    facts: event.facts.map((fact) => ({
      ...fact,
      partnerId: idOf(fact.partnerId),
      factId: factIdOf(fact.partnerId, fact.factId),
    })),
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as Item, mixed[i] as Item]; // Both are in the list.
  }
  return mixed;
}
