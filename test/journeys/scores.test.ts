import { afterAll, beforeAll, expect, test } from "vitest";
import type { HypotheticalDealInput } from "../generated/documents.js";
import { ask, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

const PROGRAM = `
program: scored
version: "1"
currency: USD
markets: { growth: { title: Growth markets, factor: 50%, regions: [LATAM], why: Prices there are half. } }
measures:
  sales: { title: Sales, sum: amount, of: deal.won, by: product }
  deals: { title: Won deals, count: deal.won }
  seats: { title: Seats, sum: quantity, of: seats }
weights:
  market-product: { by: [market, product], factors: { growth: { Cloud: 200%, otherwise: 150% }, otherwise: { Cloud: 120% } }, why: New there. }
terms: { winning: { measure: deals, points: 2, cap: 10 } }
scores:
  overall:
    terms:
      - { score: best, points: 1, each: 2 }
      - { measure: sales, points: 1, each: 1000, weight: market-product }
      - { any: [{ measure: deals, points: 3 }, { measure: seats, points: 1, each: 5 }], cap: 15, title: Momentum }
  best: { best-of: [winning, using] }
  winning: { title: Winning, terms: [{ term: winning }] }
  using: { title: Using, terms: [{ measure: seats, points: 1, each: 10 }] }
tiers:
  base: { rank: 0, why: All. }
  gold: { rank: 1, why: W., requires: { score: overall, at-least: 12, why: W. } }
  best: { rank: 2, why: W., requires: { score: best, at-least: 30, why: W. } }
`;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());
const shown = (partnerId: string) =>
  ask(tiergraph, story.token, operation("ways-up"), { partnerId }).then(({ partner }) => partner.tierStatus);

test("a partner sees each term of its score, with weights, alternatives and the scores in it, and a way up that is true", async () => {
  const partnerId = await story.partner("scored", [], { region: "LATAM" });
  const on = today();
  await story.wonDeal(partnerId, { externalId: "cloud", on, amount: "1000", product: "Cloud" });
  await story.wonDeal(partnerId, { externalId: "other", on, amount: "500" });
  const seats = { kind: "SEATS" as const, partnerId, externalId: "seats", on, quantity: 25 };
  await story.change("record-facts", { facts: [seats] });
  await story.settled();

  const { next } = await shown(partnerId);
  const [score] = next.thresholds;
  // 4 of winning, of which half counts; 1,000 × 200% and 500 × 150%; 6 for two deals, where 25 seats would give 5.
  expect(score).toMatchObject({ title: "Overall", actual: "10.75", gap: "1.25" });
  expect(score?.rules).toMatchObject([
    { title: "Best", subject: "winning", actual: "4", points: "2", rules: [{ title: "Won deals", points: "4" }] },
    { title: "Sales", actual: "1500", weighted: "2750", points: "2.75" },
    {
      title: "Momentum",
      points: "6",
      rules: [
        { title: "Won deals", points: "6", isBeaten: false },
        { title: "Seats", points: "5", isBeaten: true },
      ],
    },
  ]);
  expect(next.ways.length).toBeGreaterThan(0);
  for (const { steps } of next.ways) {
    const deals = steps.flatMap(({ measure, by, group }): HypotheticalDealInput[] =>
      measure === "sales"
        ? [{ amount: by, product: group }]
        : measure === "deals"
          ? Array.from({ length: Number(by) }, () => ({ amount: "0" }))
          : [],
    );
    const facts = steps.flatMap(({ measure, by }) =>
      measure === "seats" ? [{ kind: "SEATS" as const, quantity: Number(by) }] : [],
    );
    const outcome = await ask(tiergraph, story.token, operation("what-if"), { partnerId, deals, facts });
    expect(outcome.partner.whatIf.placement.reached.title).toBe("Gold");
  }
});

test("where the best of several scores counts, a partner sees what the others come to", async () => {
  const partnerId = await story.partner("best");
  const on = today();
  const amounts = Array.from({ length: 6 }, (_, i) => `${i + 1}000`);
  for (const [i, amount] of amounts.entries()) await story.wonDeal(partnerId, { externalId: `best-${i}`, on, amount });
  await story.change("record-facts", {
    facts: [{ kind: "SEATS", partnerId, externalId: "best-seats", on, quantity: 70 }],
  });
  await story.settled();
  const { tier, next } = await shown(partnerId);
  expect(tier.title).toBe("Gold");
  expect(next.thresholds).toMatchObject([
    { title: "Winning", actual: "10", otherScores: [{ title: "Using", total: "7" }] },
  ]);
  // Winning gives ten points and no more: the way is through the score that it beats now.
  expect(next.ways.map(({ steps }) => steps.map(({ inWords }) => inWords))).toEqual([["230 more of Seats"]]);
});

test("decisions by such scores are decided the same again from what was stored of them", async () => {
  const { verifyDecisions } = await ask(tiergraph, story.token, operation("verify-decisions"), {});
  expect(verifyDecisions.checked).toBeGreaterThan(3);
  expect(verifyDecisions.faults).toEqual([]);
});
