import { newId } from "@tiergraph/kit/values/ids";
import type { EventOf } from "@tiergraph/schema/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBenefitsDatabase } from "../fixtures/opened-benefits.js";
import { reconcileLedger } from "../reconcile/reconcile-ledger.action.js";
import { onFactsRecorded } from "./on-facts-recorded.js";
import { onPartnersChanged } from "./on-partners-changed.js";
import { onProgramPublished } from "./on-program-published.js";
import { onTierChanged } from "./on-tier-changed.js";

const PROGRAM = `
program: overtaken
version: "1"
currency: USD
tracks: { reseller: {} }
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates:
  resale: { of: deal.won, rate: { base: 5% }, tracks: [reseller], why: They sell. }
  north: { of: deal.won, rate: { base: 1% }, regions: [North], why: It is far. }
`;

let house: Awaited<ReturnType<typeof openBenefitsDatabase>>;
beforeAll(async () => {
  house = await openBenefitsDatabase("2026-06-30");
  const published = { program: "overtaken", programVersion: "1", sequence: 1, source: PROGRAM };
  await onProgramPublished(house.db, house.publish, house.clock)(house.eventOf("ProgramPublished", published));
});
afterAll(() => house.stop());

type Delivered = EventOf<"PartnersChanged"> | EventOf<"TierChanged"> | EventOf<"FactsRecorded">;

async function deliver(event: Delivered): Promise<void> {
  const { db, clock } = house;
  if (event.name === "PartnersChanged") return onPartnersChanged(db, clock)(event);
  return event.name === "TierChanged" ? onTierChanged(db, clock)(event) : onFactsRecorded(db, clock)(event);
}

/** A new partner's track, tier, deal, correction of the deal and taking back of another, in the order in which they happened. */
function historyOf(partnerId: string): Delivered[] {
  const by = { program: "overtaken", programVersion: "1" };
  const [stands, goes] = [newId(), newId()];
  const fact = (factId: string, revision: number, amountMinor: string, isGone = false) => ({
    partnerId,
    factId,
    revision,
    kind: "deal.won",
    on: "2026-06-01",
    amountMinor,
    currency: "USD",
    customer: "Acme",
    product: null,
    attributes: {},
    externalId: factId,
    quantity: null,
    hasAmount: true,
    isGone,
  });
  const events: Delivered[] = [
    house.eventOf("PartnersChanged", { partners: [{ partnerId, tracks: ["reseller"], region: "North" }] }),
    house.eventOf("TierChanged", {
      ...by,
      changes: [{ partnerId, sequence: 1, periods: [{ tier: "base", from: "2026-01-01", decisionId: newId() }] }],
    }),
    house.eventOf("FactsRecorded", { ...by, facts: [fact(stands, 1, "900000"), fact(goes, 1, "500000")] }),
    house.eventOf("FactsRecorded", { ...by, facts: [fact(stands, 2, "100000"), fact(goes, 2, "0", true)] }),
  ];
  // Each a second after the one before it.
  return events.map((event, i) => ({ ...event, at: `2026-06-30T12:00:0${i}.000Z` }));
}

const givenTo = (partnerId: string) =>
  house.ownerRows(
    `select rule, sum(accrued_minor)::integer as given from benefits.ledger_transaction where partner_id = $1
     group by rule having sum(accrued_minor) <> 0 order by rule`,
    [partnerId],
  );

test("a partner, its tier and its deals give the same rewards, in whichever order they arrive", async () => {
  for (const order of ordersOf([0, 1, 2, 3])) {
    const partnerId = newId();
    const events = historyOf(partnerId);
    for (const place of order) await deliver(events[place] as Delivered); // A place of it.
    expect(await givenTo(partnerId), `order ${order}`).toEqual([
      { rule: "north", given: 1_000 },
      { rule: "resale", given: 5_000 },
    ]);
  }
  expect(await reconcileLedger(house.db)(null)).toMatchObject({ faults: [] });
});

const ordersOf = (places: readonly number[]): number[][] =>
  places.length === 0
    ? [[]]
    : places.flatMap((first) => ordersOf(places.filter((place) => place !== first)).map((rest) => [first, ...rest]));
