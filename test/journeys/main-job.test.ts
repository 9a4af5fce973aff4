import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import type { AnswerTo } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("crm-rolling-90-days"));
});
afterAll(() => tiergraph.stop());

const STANDING = graphql(`query ($id: ID!) {
  partner(id: $id) {
    tierStatus { tier { name } since }
    entitlements { benefit { name } withdrawnOn }
    rewards { balance { amount } }
  }
}`);

test("a partner that joins stands in the lowest tier, with that tier's benefits", async () => {
  const id = await story.partner("newcomer");
  const { partner } = await ask(tiergraph, story.token, STANDING, { id });
  expect(partner.tierStatus).toEqual({ tier: { name: "registered" }, since: today() });
});

test("a won deal changes tier, entitlements and rebate within two seconds, with no further call", async () => {
  const id = await story.partner("climber");
  const before = await ask(tiergraph, story.token, STANDING, { id });
  const startedAt = performance.now();
  await story.wonDeal(id, { externalId: "climb-1", on: today(), amount: "120000.00" });
  // The deal's own day is the first day of the new tier, so it earns at the new tier's rate: 8% of 120,000.
  const isThere = ({ partner: { tierStatus, entitlements, rewards } }: AnswerTo<typeof STANDING>) =>
    tierStatus.tier.name === "gold" &&
    entitlements.length > before.partner.entitlements.length &&
    rewards.balance.amount === "9600.00";
  for (let standing = before; !isThere(standing); standing = await ask(tiergraph, story.token, STANDING, { id }))
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  await story.settled();
  expect(isThere(await ask(tiergraph, story.token, STANDING, { id }))).toBe(true);
});

test("a deal that is reported twice counts once, and one reported with other content is refused with what differs", async () => {
  const id = await story.partner("repeater");
  const facts = [{ kind: "DEAL_WON" as const, partnerId: id, externalId: "twice", on: today(), amount: "1000" }];
  const record = (amount: string) =>
    ask(tiergraph, story.token, operation("record-facts"), { facts: facts.map((fact) => ({ ...fact, amount })) });
  expect((await record("1000")).recordFacts).toMatchObject({ recorded: 1 });
  expect((await record("1000.00")).recordFacts).toMatchObject({ recorded: 0, unchanged: 1 });
  const { results } = (await record("2000")).recordFacts;
  expect(results).toMatchObject([
    { code: "CONTENT_DIFFERS", message: "twice is recorded as deal.won with other content: amount." },
  ]);
});

test("certified people count in placement, from the day of the certificate", async () => {
  await story.publish(`
program: certified-partners
version: "certified"
currency: USD
measures: { certified-people: { distinct: person, of: certification } }
tiers:
  registered: { rank: 0, why: Everyone. }
  skilled: { rank: 1, why: Has one., requires: { measure: certified-people, at-least: 1 } }
courses: { basics: { title: Basics, role: sales, certifies: { level: foundation, valid: 12 months } } }
`);
  const id = await story.partner("learner");
  const person = await story.person(id, "learner-1");
  await story.completes(person, "basics", today());
  await story.settled();
  const { partner } = await ask(tiergraph, story.token, STANDING, { id });
  expect(partner.tierStatus.tier.name).toBe("skilled");
});

test("a document with mistakes is refused with the line and path of each", async () => {
  const data = await ask(tiergraph, story.token, operation("publish-program"), {
    source:
      "program: p\nversion: '1'\ncurrency: USD\nmeasures:\n  revenue: { sum: amount, of: deal.won }\ntiers:\n  base: { rank: 0, why: x }\n  up: { rank: 1, why: y, requires: { measure: revenu, at-least: 1 } }\n",
  });
  expect(data.publishProgram.userErrors).toMatchObject([
    {
      code: "DOCUMENT_INVALID",
      path: "tiers.up.requires.measure",
      line: 8,
      message: expect.stringContaining("revenue"),
    },
  ]);
});
