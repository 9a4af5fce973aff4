import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const PROGRAM = `
program: counted
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, window: { calendar: 12 months }, net-of: deal.refunded, cap-per-customer: 40% }
  deals: { count: deal.won, window: { calendar: 12 months } }
  win-rate: { ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }], window: lifetime }
tiers: { base: { rank: 0, why: Everyone. } }
`;
const EVIDENCE = graphql(`query ($id: ID!, $asOf: Date!) { partner(id: $id) { measures(asOf: $asOf) { measure value
  evidence { edges { counted explanation node { externalId } } nodes { externalId } } } } }`);

let tiergraph: Tiergraph;
let story: Story;
beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

test("evidence says what counted of each fact and why, and the parts add up to the measure", async () => {
  const id = await story.partner("capped");
  const won = (externalId: string, customer: string, amount: string) => ({
    kind: "DEAL_WON" as const,
    partnerId: id,
    externalId,
    on: "2026-03-01",
    customer,
    amount,
  });
  await ask(tiergraph, story.token, operation("record-facts"), {
    facts: [won("a", "Acme", "1500.00"), won("b", "Globex", "500.00"), won("c", "Initech", "400.00")],
  });
  const refund = {
    kind: "DEAL_REFUNDED" as const,
    partnerId: id,
    externalId: "r",
    on: "2026-03-05",
    attributes: [{ name: "deal", value: "c" }],
  };
  await ask(tiergraph, story.token, operation("record-facts"), { facts: [{ ...refund, amount: "200.00" }] });
  await story.settled();

  const { partner } = await ask(tiergraph, story.token, EVIDENCE, { id, asOf: "2026-06-30" });
  const evidenceOf = (name: string) => partner.measures.find(({ measure }) => measure === name);
  const revenue = evidenceOf("revenue");
  const shown = revenue?.evidence.edges.map(({ node, counted, explanation }) => [
    node.externalId,
    counted,
    explanation,
  ]);
  expect(shown?.sort()).toEqual([
    ["a", "880", "880.00 USD of 1,500.00 USD: one customer counts for at most 40% of the whole."],
    ["b", "500", null],
    ["c", "400", null],
    ["r", "-200", "Taken off: refunds reduce this measure."],
  ]);
  expect(revenue?.value).toBe("1580");
  expect(evidenceOf("deals")?.evidence.edges.map(({ counted }) => counted)).toEqual(["1", "1", "1"]);
  expect(evidenceOf("win-rate")?.evidence.edges.map(({ counted }) => counted)).toEqual([null, null, null]);
});

test("what is taken back of a closed month takes off no more than is there, and its evidence says how much and why", async () => {
  await story.publish(`
program: counted
version: "2"
currency: USD
closing: { period: month, after: 10 days, late: post, since: 2020-01-01 }
measures:
  recent: { sum: amount, of: deal.won, window: { rolling: 5 days } }
tiers: { base: { rank: 0, why: Everyone. } }
changes: [{ at: closing, because: Months close. }, { at: measures, because: Another one is looked at. }]
`);
  const id = await story.partner("taken-back");
  const won = (externalId: string, on: string, amount: string) => ({
    kind: "DEAL_WON" as const,
    partnerId: id,
    externalId,
    on,
    customer: "Acme",
    amount,
  });
  const record = (facts: FactInput[]) => ask(tiergraph, story.token, operation("record-facts"), { facts });
  await record([won("old-1", dayFromToday(0), "1500.00"), won("old-2", dayFromToday(0), "500.00")]);
  tiergraph.passDays(60);
  await record([won("new", dayFromToday(60), "600.00")]);
  const facts = ["old-1", "old-2"].map((externalId) => ({ kind: "DEAL_WON" as const, partnerId: id, externalId }));
  await ask(tiergraph, story.token, operation("void-facts"), { facts, reason: "They never closed." });
  await story.settled();
  const { partner } = await ask(tiergraph, story.token, EVIDENCE, { id, asOf: dayFromToday(60) });
  const [recent] = partner.measures;
  const shown = recent?.evidence.edges.map(({ node, counted, explanation }) => [node.externalId, counted, explanation]);
  const since =
    "of 2,000.00 USD that were taken back later 600.00 USD count, since what is taken back later never makes this measure less than zero.";
  expect(recent?.value).toBe("0");
  expect(shown?.sort()).toEqual([
    ["new", "600", null],
    ["old-1", "-450", `-450.00 USD of -1,500.00 USD: ${since}`],
    ["old-2", "-150", `-150.00 USD of -500.00 USD: ${since}`],
  ]);
  tiergraph.passDays(-60);
});
