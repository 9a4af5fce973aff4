import { afterAll, beforeAll, expect } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, operation } from "../kit/ask.js";
import { daysAgo, today } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Rewards from the deal to the bank: pending while it can be refunded, earned, redeemed, approved, paid, taken back.
const PROGRAM = `
program: rewarded
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, window: lifetime }
tiers:
  base: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 5000 } }
rebates:
  deal-rebate: { title: Deal rebate, of: deal.won, net-of: deal.refunded, rate: { base: 1%, gold: 10% }, why: Thanks. }
bonuses:
  year: { title: Year target, sum: amount, of: deal.won, net-of: deal.refunded, over: year, targets: { 50000: 777 }, why: Thanks. }
spiffs:
  push: { title: Push, of: deal.won, where: { product: New }, before: 2100-01-01, pays: 25, why: New. }
ceilings:
  a-year: { title: A year, of: everything, each: partner, over: year, at-most: 100000, beyond: alert, alert-at: 1%, why: To look at. }
  launches: { of: [spiffs.push], each: program, over: lifetime, times: 3, beyond: refuse, why: The first three. }
ledger:
  refund-window: 30 days
  expires-after: 12 months
  minimum-payout: 10
  approval-from: 500
  accounts: { partner:earned: "2110", program:rebates: "6100" }
`;

export let tiergraph: Tiergraph;

export let story: Story;

export let manager: string;

export let second: string;

export const accountOf = async (partnerId: string) => {
  const { partner } = await ask(tiergraph, manager, operation("reward-account"), { partnerId });
  const account = partner.rewards.accounts[0];
  if (account === undefined) return null;
  const { pending, available, reserved, debt, paid } = account;
  return [pending, available, reserved, debt, paid].map(({ amount }) => amount);
};

/** A partner that holds its first tier for seventy days. */
export const longStanding = async (code: string): Promise<string> => {
  const id = await story.partner(code, undefined, { joinedOn: daysAgo(70) });
  await story.place(daysAgo(70));
  await story.settled();
  return id;
};

export const record = async (facts: FactInput[]) => {
  const { results } = await story.change("record-facts", { facts });
  expect(results.map(({ outcome }) => outcome)).toEqual(facts.map(() => "RECORDED"));
  await story.settled();
};

export const won = (partnerId: string, externalId: string, amount: string, more: object = {}) => ({
  kind: "DEAL_WON" as const,
  partnerId,
  externalId,
  amount,
  on: today(),
  customer: externalId,
  ...more,
});

export const refunded = (partnerId: string, externalId: string, deal: string, amount: string) => ({
  kind: "DEAL_REFUNDED" as const,
  partnerId,
  externalId,
  amount,
  on: today(),
  attributes: [{ name: "deal", value: deal }],
});

export const redeem = async (token: string, partnerId: string, amount: string, idempotencyKey: string) =>
  (await ask(tiergraph, token, operation("redeem-rewards"), { partnerId, amount, idempotencyKey })).redeemRewards;

/** Called by a file once: its tests share one Tiergraph with the program above. */
export function runRewarded(): void {
  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    manager = story.token;
    second = await tiergraph.tokenAs("second", "program-manager");
    await story.publish(PROGRAM);
  });
  afterAll(() => tiergraph.stop());
}
