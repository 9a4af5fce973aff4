import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, graphql } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const [yesterday, today, tomorrow] = [dayFromToday(-1), dayFromToday(0), dayFromToday(1)];
const PROGRAM = `program: steady
version: 1
currency: USD
measures:
  revenue: { title: Won revenue, sum: amount, of: deal.won }
  health: { title: Health, given: points, from: score }
tiers:
  registered: { rank: 0, why: Everyone. }
  entry:
    rank: 1
    why: A start.
    requires: { all: [{ measure: revenue, at-least: 10 }, { tenure: entry, at-most: 12 months }] }
  gold: { rank: 2, why: Gold is healthy., requires: { measure: health, at-least: 7.25 } }
  elite: { rank: 3, why: Elite lasts., cadence: { annual: ${tomorrow.slice(5)} }, requires: { measure: revenue, at-least: 500 } }
governance: { keeps-at: 90% }
`;

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM, yesterday);
  partnerId = await story.partner("steady-1", [], { joinedOn: yesterday });
  // A first placement is held by nothing: that of yesterday is the one that today starts from.
  await story.place(yesterday);
});
afterAll(() => tiergraph.stop());

const standing = async () => {
  await story.settled();
  await story.place(today);
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql(`query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } summary safeUntil
       decision { safeguards { rule until } }
       next { requirement { rules { kind subject bound target isMet } } } } } }`),
    { id: partnerId },
  );
  return partner.tierStatus;
};
const score = (value: string, externalId: string) =>
  story.change("record-facts", {
    facts: [
      {
        kind: "INDICATOR",
        partnerId,
        externalId,
        on: today,
        attributes: [
          { name: "indicator", value: "health" },
          { name: "score", value },
        ],
      },
    ],
  });

test("a tenure at most says which bound it is, and is met before its tier was held", async () => {
  const { next } = await standing();
  expect(next?.requirement?.rules[1]).toEqual({
    kind: "TENURE",
    subject: "entry",
    bound: "AT_MOST",
    target: "12",
    isMet: true,
  });
});

test("a decimal of an indicator without amount and quantity decides a tier", async () => {
  await score("7.24", "h1");
  expect((await standing()).tier.name).toBe("registered");
  await score("7.25", "h2");
  const { tier, summary } = await standing();
  expect(tier.name).toBe("gold");
  expect(summary).toContain("Health of 7.25 points");
});

test("a tier with a yearly cadence waits for its day, and every decision replays", async () => {
  await story.wonDeal(partnerId, { externalId: "d1", on: today, amount: "600.00" });
  const { tier, decision } = await standing();
  expect(tier.name).toBe("gold");
  expect(decision.safeguards).toEqual([{ rule: "NOT_DUE", until: tomorrow }]);
  const { verifyDecisions } = await ask(
    tiergraph,
    story.token,
    graphql("query { verifyDecisions(first: 10) { faults { kind } } }"),
  );
  expect(verifyDecisions.faults).toEqual([]);
});
