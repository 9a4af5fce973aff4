import { afterAll, beforeAll, expect } from "vitest";
import type { FactInput, FactReferenceInput } from "../generated/documents.js";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// What a registration does and what it does not let a partner do: it counts as a fact, it cannot be walked around by
// spelling, and neither rivals' customers are learnt of by asking, nor is a protection renewed for ever.
const PROGRAM = `
program: guarded
version: "1"
currency: USD
measures:
  registered: { count: deal.registered, window: lifetime }
  pipeline: { sum: amount, of: deal.registered, where: { product: Platform }, window: lifetime }
tiers:
  base: { rank: 0, why: Everyone. }
  active: { rank: 1, why: Registers., requires: { measure: registered, at-least: 2, why: Two deals. } }
spiffs:
  finder: { of: deal.registered, pays: 5, before: 2100-01-01, why: Who finds is thanked. }
registrations:
  protects: { base: 60 days, active: 60 days }
  product-lines: [Platform, Field services]
  again-after: 45 days
  approval: automatic
  why: Who found it should win it.
`;

export let tiergraph: Tiergraph;

export let story: Story;

let keys = 0;

export const register = async (partnerId: string, customer: string, more: object = {}) => {
  const variables = { partnerId, customer, productLine: "Platform", idempotencyKey: `k${++keys}`, ...more };
  return (await ask(tiergraph, story.token, operation("register-deal"), variables)).registerDeal;
};

export const codes = ({ userErrors, registration }: Awaited<ReturnType<typeof register>>) =>
  userErrors.map(({ code }) => code).join() || registration?.state;

export const record = async (...facts: FactInput[]): Promise<void> => {
  await story.change("record-facts", { facts });
  await story.settled();
};

export const replace = async (...facts: FactInput[]): Promise<void> => {
  const { refused } = await story.change("replace-facts", { facts, reason: "It was wrong." });
  expect(refused).toBe(0);
  await story.settled();
};

export const takeBack = async (...facts: FactReferenceInput[]): Promise<void> => {
  const named = facts.map(({ kind, partnerId, externalId }) => ({ kind, partnerId, externalId }));
  const { refused } = await story.change("void-facts", {
    facts: named,
    reason: "Never happened.",
  });
  expect(refused).toBe(0);
  await story.settled();
};

export const won = (partnerId: string, externalId: string, customer: string, more: object = {}) => ({
  kind: "DEAL_WON" as const,
  partnerId,
  externalId,
  on: dayFromToday(0),
  amount: "700",
  customer,
  product: "Platform",
  ...more,
});

export const registrations = async (partnerId: string) => {
  const { partner } = await ask(tiergraph, story.token, operation("deal-registrations"), { partnerId });
  return nodesOf(partner.dealRegistrations);
};

/** Called by a file once: its tests share one Tiergraph with the program above. */
export function runRegistrations(): void {
  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    await story.publish(PROGRAM);
  });
  afterAll(() => tiergraph.stop());
}
