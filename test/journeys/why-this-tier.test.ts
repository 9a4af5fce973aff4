import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
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

test("the deals that were counted are listed, and their sum is the measure to the cent", async () => {
  const id = await story.partner("explained");
  const deals = {
    early: ["2026-01-31", "60000.01"],
    edge: ["2026-02-01", "50000.02"],
    last: ["2026-05-01", "49999.99"],
    late: ["2026-05-02", "1.00"],
  };
  for (const [externalId, [on = "", amount = ""]] of Object.entries(deals))
    await story.wonDeal(id, { externalId, on, amount });
  await story.settled();
  // 90 days to 1 May: the first day that counts is 1 February.
  await story.place("2026-05-01");
  const { partner } = await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId: id });
  const { tier, decision, summary } = partner.tierStatus;
  const [revenue] = decision.inputs.filter(({ measure }) => measure === "revenue");
  expect(revenue?.measurement.evidence.edges).toMatchObject([
    { counted: "50000.02", explanation: null, node: { externalId: "edge" } },
    { counted: "49999.99", explanation: null, node: { externalId: "last" } },
  ]);
  expect(revenue?.value).toBe("100000.01");
  expect(revenue?.measurement.value).toBe("100000.01");
  expect(tier.name).toBe("gold");
  expect(summary).toContain("100,000.01 USD");
});

test("a decision keeps what it was made from when the facts move on", async () => {
  const id = await story.partner("remembered");
  await story.wonDeal(id, { externalId: "first", on: "2026-03-01", amount: "80000" });
  await story.settled();
  await story.place("2026-05-01");
  const before = await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId: id });
  await story.wonDeal(id, { externalId: "second", on: "2026-03-02", amount: "80000" });
  await story.settled();
  await story.place("2026-05-02");
  const history = await ask(tiergraph, story.token, operation("tier-history"), { partnerId: id });
  expect(before.partner.tierStatus.tier.name).toBe("silver");
  expect(nodesOf(history.partner.decisions).slice(0, 2)).toMatchObject([
    { asOf: "2026-05-02", tier: { name: "gold" }, previousTier: "silver" },
    { asOf: "2026-05-01", tier: { name: "silver" } },
  ]);
});

test("placing the same day again by the same facts decides nothing anew", async () => {
  const decisions = async () =>
    (await tiergraph.sql<{ count: string }>("select count(*) from partners.decision"))[0]?.count;
  const first = await story.place("2026-05-02");
  const before = await decisions();
  const again = await story.place("2026-05-02");
  expect(await decisions()).toBe(before);
  expect(again.tiers).toEqual(first.tiers);
  expect(again.changed).toBe(0);
});

test("decisions, postings and program versions cannot be changed, not even by the owner of the database", async () => {
  for (const table of [
    "partners.decision",
    "benefits.ledger_transaction",
    "benefits.posting",
    "partners.program_version",
  ]) {
    await expect(tiergraph.sql(`delete from ${table}`)).rejects.toThrow(/append-only/);
  }
});
