import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, graphql } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// "10% of what a new customer buys in the month from its first deal; 1% more for partners that held Silver for a month."
const PROGRAM = `
program: new-customers
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
tiers:
  base: { rank: 0, why: All. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1 } }
rebates:
  new: { of: deal.won, net-of: deal.refunded, rate: { base: 10%, silver: 10% }, from-first-deal: 1 month, why: New customers. }
  loyal: { of: deal.won, rate: { silver: 1% }, gate: { tier: silver, held-for: 1 month }, why: Who stays. }
`;

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM, daysAgo(200));
  partnerId = await story.partner("partner", undefined, { joinedOn: daysAgo(200) });
  await story.place(daysAgo(200));
  await story.settled();
});
afterAll(() => tiergraph.stop());

const won = (externalId: string, customer: string, back: number) => ({
  kind: "DEAL_WON" as const,
  partnerId,
  externalId,
  customer,
  amount: "100.00",
  on: daysAgo(back),
});
const record = async (...facts: FactInput[]) => {
  await story.change("record-facts", { facts });
  await story.settled();
};
const earned = async () => {
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql("query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } } }"),
    { id: partnerId },
  );
  return partner.rewards.balance?.amount ?? null;
};

test("a customer is new for a month from its first deal, in any order in which its deals come and however it is spelt", async () => {
  await record(won("late", "Acme GmbH", 60), won("last", "ACME", 55));
  expect(await earned()).toBe("20.00");
  // The first deal comes last: what was paid for the others is taken back.
  await record(won("first", "Acme", 150));
  expect(await earned()).toBe("10.00");
  await record(won("other", "Globex", 60));
  expect(await earned()).toBe("20.00");
});

test("when the first deal is refunded whole, the next one is the first", async () => {
  const refund = { kind: "DEAL_REFUNDED" as const, partnerId, externalId: "back", on: daysAgo(50), amount: "100.00" };
  await record({ ...refund, attributes: [{ name: "deal", value: "first" }] });
  expect(await earned()).toBe("30.00");
});

test("a tier that was held for a month opens the gate, from that day of a later placement on", async () => {
  await story.place(daysAgo(45));
  await story.settled();
  await record(won("soon", "Globex", 20), won("loyal", "Globex", 5));
  // Globex is no longer new, and Silver was held for 25 days at one deal, for 40 at the other.
  expect(await earned()).toBe("31.00");
});

test("every ledger agrees with the facts afterwards", async () => {
  expect(await faultsOfLedgers(tiergraph, story.token)).toEqual([]);
});
