import { afterAll, beforeAll } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, graphql } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// What is reported of partners, in every kind and currency, shared, wrong, late and twice; and what it comes to.
const PROGRAM = `
program: facts
version: "1"
currency: USD
closing: { period: month, after: 10 days, late: post, since: 2020-01-01 }
facts:
  workshop.held: { needs: quantity, attributes: { level: { one-of: [basic, expert], required: true } } }
measures:
  revenue: { sum: amount, of: deal.won, net-of: [deal.refunded], self-dealing: excluded }
  recent: { sum: amount, of: deal.won, window: { rolling: 5 days } }
  deals: { count: deal.won }
  recounted: { count: deal.won, late: recount }
  customers: { distinct: customer, of: deal.won }
  sourced: { sum: amount, of: deal.won, where: { credit: sourced } }
  gained: { sum: amount, of: [subscription.new, subscription.expansion] }
  lost: { sum: amount, of: [subscription.contraction, subscription.churn] }
  mrr: { total: [gained, { measure: lost, times: -1 }] }
  active: { distinct: customer, of: customer, active: true }
  nps: { average: quantity, of: customer.nps }
  workshops: { sum: quantity, of: workshop.held, where: { level: expert } }
tiers:
  registered: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 10000 } }
rebates:
  on-won: { of: deal.won, rate: { registered: 1%, gold: 1% }, why: Sales are what the program is for. }
`;

export let tiergraph: Tiergraph;

export let story: Story;

export const today = dayFromToday(0);

export const record = (facts: FactInput[], more: { dryRun?: boolean } = {}) =>
  story.change("record-facts", { facts, ...more });

export const won = (partnerId: string, externalId: string, more: Partial<FactInput> = {}): FactInput => ({
  kind: "DEAL_WON",
  partnerId,
  externalId,
  on: today,
  amount: "6000",
  customer: `Customer of ${externalId}`,
  ...more,
});

const MEASURES = graphql(`query ($id: ID!, $asOf: Date, $knownAt: DateTime) {
  partner(id: $id) {
    tierStatus { tier { name } }
    rewards { balance { amount } }
    measures(asOf: $asOf, knownAt: $knownAt) {
      measure value notice
      evidence(first: 100) {
        nodes {
          kindName externalId on happenedOn reversedOn customer amount { amount }
          credit { role share whole { amount } } conversion { told { amount currency } rate rateOn }
        }
      }
    }
  }
}`);

export async function measured(id: string, when: { asOf?: string; knownAt?: string } = {}) {
  await story.settled();
  const { partner } = await ask(tiergraph, story.token, MEASURES, { id, ...when });
  const values = Object.fromEntries(partner.measures.map(({ measure, value }) => [measure, value]));
  const evidenceOf = (name: string) => partner.measures.find(({ measure }) => measure === name)?.evidence.nodes ?? [];
  const noticeOf = (name: string) => partner.measures.find(({ measure }) => measure === name)?.notice;
  return { values, evidenceOf, noticeOf, tier: partner.tierStatus?.tier.name, earned: partner.rewards.balance.amount };
}

/** Called by a file once: its tests share one Tiergraph with the program above. */
export function runFacts(): void {
  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    await story.publish(PROGRAM);
  });
  afterAll(() => tiergraph.stop());
}
