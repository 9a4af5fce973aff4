import { afterEach, expect } from "vitest";
import { ask, operation } from "../kit/ask.js";
import { standingOf } from "../kit/govern.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Each test has a Tiergraph of its own: it is about one program and its clock.
export let tiergraph: Tiergraph;

export let story: Story;

export async function begin(parts: {
  governance?: string;
  more?: string;
  silver?: string;
  window?: string;
}): Promise<void> {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  const { governance, more = "", silver = "{ measure: revenue, at-least: 1000 }", window = "30 days" } = parts;
  await story.publish(
    `
program: governed
version: "1"
currency: USD
fiscal-year-starts-in: 2
measures:
  revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: ${window} } }
  pulse: { title: Pulse, review: pulse, window: { rolling: 12 months } }
reviews:
  pulse:
    title: Pulse
    every: quarter
    questions:
      mood: { ask: How is it going?, best: 5, weight: 2 }
      plan: { ask: Is there a plan?, best: 5 }
approvals: { strategic: { title: Strategic partner, why: Some are chosen. } }
benefits:
  leads: { title: Leads, dimension: go-to-market, why: They close. }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: ${silver} }
  gold: { rank: 2, why: Sells more., requires: { measure: revenue, at-least: 5000 }, benefits: { leads: { quantity: 3 } } }
  elite:
    rank: 3
    why: Is wanted at the table.
    requires: { all: [{ measure: revenue, at-least: 5000 }, { approval: strategic }] }
    benefits: { leads: { quantity: 9 } }
${governance === undefined ? "" : `governance: ${governance}`}
${more}`,
    "2025-06-01",
  );
}

/** A partner with won deals: `{ "2026-03-01": "6000" }`. */
export async function partnerWith(code: string, deals: Record<string, string> = {}): Promise<string> {
  const id = await story.partner(code);
  await win(id, deals);
  return id;
}

export async function win(partnerId: string, deals: Record<string, string>): Promise<void> {
  for (const [on, amount] of Object.entries(deals))
    await story.wonDeal(partnerId, { externalId: `${partnerId} ${on}`, on, amount });
  await story.settled();
}

/** On the day of its first placement a partner is placed at once, however often; safeguards hold from the next day on. */
export async function nextDay(): Promise<void> {
  tiergraph.passDays(1);
  await story.newDay();
}

export const standing = (id: string) => standingOf(tiergraph, story.token, id);

export const entitlementsOf = async (partnerId: string) =>
  (await ask(tiergraph, story.token, operation("entitlements"), { partnerId })).partner.entitlements.map(
    ({ tier, grantedOn, withdrawnOn }) => ({ tier, grantedOn, withdrawnOn }),
  );

export const SILVER_BY_PULSE = "{ any: [{ measure: revenue, at-least: 1000 }, { measure: pulse, at-least: 60% }] }";

export const answers = (mood: number, plan: number) => [
  { question: "mood", answer: mood },
  { question: "plan", answer: plan },
];

/** Called by a file once: what each of its tests began ends after it, and its decisions are verified. */
export function verifyAndStopAfterEach(): void {
  afterEach(async () => {
    const { faults } = (await ask(tiergraph, story.token, operation("verify-decisions"))).verifyDecisions;
    await tiergraph.stop();
    // In every case: decisions follow from their inputs, and each from the one before.
    expect(faults).toEqual([]);
  });
}
