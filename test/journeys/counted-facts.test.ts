import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, tellStory } from "../kit/story.js";

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
const EVIDENCE = `query ($id: ID!) { partner(id: $id) { measures(asOf: "2026-06-30") { measure value
  evidence { edges { counted explanation node { externalId } } nodes { externalId } } } } }`;

let tiergraph: Tiergraph;
let story: Story;
beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await tellStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

test("evidence says what counted of each fact and why, and the parts add up to the measure", async () => {
  const id = await story.partner("capped");
  const won = (externalId: string, customer: string, amount: string) => ({
    ...{ kind: "DEAL_WON", partnerId: id, externalId, on: "2026-03-01", customer, amount },
  });
  await ask(tiergraph, story.token, operation("record-facts"), {
    facts: [won("a", "Acme", "1500.00"), won("b", "Globex", "500.00"), won("c", "Initech", "400.00")],
  });
  const refund = {
    kind: "DEAL_REFUNDED",
    partnerId: id,
    externalId: "r",
    on: "2026-03-05",
    attributes: [{ name: "deal", value: "c" }],
  };
  await ask(tiergraph, story.token, operation("record-facts"), { facts: [{ ...refund, amount: "200.00" }] });
  await story.settled();

  const { partner } = await ask<{
    partner: {
      measures: {
        measure: string;
        value: string;
        evidence: { edges: { counted: string | null; explanation: string | null; node: { externalId: string } }[] };
      }[];
    };
  }>(tiergraph, story.token, EVIDENCE, { id });
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
