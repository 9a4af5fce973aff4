import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { daysSince } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

// Odoo's published commissions, paid by its document: at the level held on the day of the customer's invoice, and capped.
let tiergraph: Tiergraph;
let story: Story;
let second: string;
/** How many days the clock was moved back from today, to the last of March. */
let today = "2026-03-31";

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  second = await tiergraph.tokenAs("second", "program-manager");
  tiergraph.passDays(-daysSince(today));
  await story.publish(example("odoo-v11"));
});
afterAll(() => tiergraph.stop());

/** A level by hand, as one person asks for it and another approves. */
async function hold(partnerId: string, tier: string, until: string): Promise<string> {
  const { override } = await story.change("request-override", {
    partnerId,
    kind: "TIER",
    subject: tier,
    until,
    reason: "As its level was.",
  });
  const decided = await ask(tiergraph, second, operation("decide-override"), { id: override.id, approve: true });
  expect(decided.decideOverride.userErrors).toEqual([]);
  await story.settled();
  return override.id;
}

async function invoice(
  partnerId: string,
  externalId: string,
  given: { kind: string; on: string; amount: string; subscription?: string },
) {
  const { kind, on, amount, subscription } = given;
  const attributes = subscription === undefined ? [] : [{ name: "subscription", value: subscription }];
  const fact = { kind: "DECLARED" as const, declaredKind: kind, partnerId, externalId, on, amount, attributes };
  const { results } = await story.change("record-facts", { facts: [fact] });
  expect(results.map(({ outcome }) => outcome)).toEqual(["RECORDED"]);
  await story.settled();
}

async function paid(partnerId: string) {
  const { partner } = await ask(tiergraph, story.token, operation("reward-entries"), { partnerId });
  return nodesOf(partner.rewards.entries)
    .map(({ on, tier, amount }) => [on, tier, amount.amount])
    .reverse();
}

test("an invoice of 31 March is paid at Silver, one of 1 April at Gold, whenever they are reported", async () => {
  const id = await story.partner("levels");
  const silver = await hold(id, "silver", "2026-06-30");
  await invoice(id, "i-1", { kind: "invoice.enterprise", on: "2026-03-31", amount: "1000.00" });
  tiergraph.passDays(1);
  today = "2026-04-01";
  await story.newDay();
  await story.change("end-override", { id: silver });
  await hold(id, "gold", "2026-06-30");
  await invoice(id, "i-2", { kind: "invoice.enterprise", on: "2026-04-01", amount: "1000.00" });
  await invoice(id, "i-3", { kind: "invoice.enterprise", on: "2026-03-31", amount: "1000.00" });
  expect(await paid(id)).toEqual([
    ["2026-03-31", "silver", "150.00"],
    ["2026-04-01", "gold", "200.00"],
    ["2026-03-31", "silver", "150.00"],
  ]);
});

test("half of an Odoo.sh invoice of 400.00 is capped at 150.00 a month and subscription", async () => {
  const id = await story.partner("hosting");
  await hold(id, "ready", "2026-06-30");
  const hosted = (externalId: string, subscription: string) =>
    invoice(id, externalId, { kind: "invoice.odoo-sh", on: today, amount: "400.00", subscription });
  await hosted("h-1", "S-1");
  await hosted("h-2", "S-1");
  await hosted("h-3", "S-2");
  expect(await paid(id)).toEqual([
    [today, "ready", "150.00"],
    [today, "ready", "150.00"],
  ]);
});
