import { afterAll, beforeAll } from "vitest";
import type { FactInput, RecordedFactKind } from "../generated/documents.js";
import { ask, graphql, nodesOf, operation } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Deals that several partners share, and refunds of deals: each partner is paid for its share, a refund takes from the deal
// that it names and no more, and what does not fit is refused or waits where a person sees it.
const program = (rewards: string) => `
program: shared
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, net-of: [deal.refunded], window: lifetime }
tiers:
  base: { rank: 0, why: All. }
  gold: { rank: 1, why: Much., requires: { measure: revenue, at-least: 1000000, why: Much. } }
rebates:
  commission: { of: deal.won, ${rewards} net-of: deal.refunded, why: A share of each deal. }
`;

const FLAT = program("rate: { base: 4%, gold: 6% },");

/** Marginal bands add up over a month: everything of the month is settled together. */
export const OVER_A_MONTH = program("rate: { base: { 0: 4% }, gold: { 0: 6% } }, bands: marginal, over: month,");

export let tiergraph: Tiergraph;

export let story: Story;

const today = daysAgo(0);

let partners = 0;

export const partner = async (): Promise<string> => {
  partners += 1;
  const id = await story.partner(`partner ${partners}`, undefined, { joinedOn: daysAgo(70) });
  await story.place(daysAgo(70));
  await story.settled();
  return id;
};

export const record = async (facts: FactInput[]) => {
  const { results } = await story.change("record-facts", { facts });
  await story.settled();
  return results;
};

export const outcomes = (results: Awaited<ReturnType<typeof record>>) =>
  results.map(({ outcome, code }) => code ?? outcome);

export const fact = (
  kind: RecordedFactKind,
  partnerId: string,
  externalId: string,
  amount: string,
  more: Partial<FactInput> = {},
): FactInput => ({
  kind,
  partnerId,
  externalId,
  amount,
  on: today,
  ...more,
});

export const won = (partnerId: string, externalId: string, amount: string, more: Partial<FactInput> = {}) =>
  fact("DEAL_WON", partnerId, externalId, amount, more);

export const share = (percent: string) => ({ credit: { role: "SOURCED" as const, share: percent } });

const of = (deal: string) => ({ attributes: [{ name: "deal", value: deal }] });

export const refund = (
  partnerId: string,
  externalId: string,
  amount: string,
  deal: string,
  more: Partial<FactInput> = {},
) => fact("DEAL_REFUNDED", partnerId, externalId, amount, { ...of(deal), ...more });

/** What a partner's rewards and revenue come to. */
export const held = async (partnerId: string) => {
  const { partner: found } = await ask(
    tiergraph,
    story.token,
    graphql("query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } measures { value } } }"),
    { id: partnerId },
  );
  return { earned: found.rewards.balance?.amount ?? "0.00", revenue: found.measures[0]?.value };
};

export const earned = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await held(id)).earned));

export const revenue = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await held(id)).revenue));

export const waiting = async () =>
  nodesOf((await ask(tiergraph, story.token, operation("waiting-facts"), {})).waitingFacts);

/** Called by a file once: its tests share one Tiergraph with the flat program. */
export function runSharedDeals(): void {
  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    await story.publish(FLAT);
  });
  afterAll(() => tiergraph.stop());
}
