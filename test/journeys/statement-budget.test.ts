import { afterAll, beforeAll, expect, test } from "vitest";
import { askText, attempt, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
const partnerIds: string[] = [];

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  for (let i = 0; i < 12; i++) {
    const id = await story.partner(`partner-${String(i).padStart(2, "0")}`);
    partnerIds.push(id);
    await story.wonDeal(id, {
      externalId: `deal-${i}`,
      on: today(),
      amount: "60000",
      customer: `c${i}`,
    });
    await story.completes(await story.person(id, `person-${i}`), "sales-foundations", "2026-01-15");
  }
  await story.settled();
});
afterAll(() => tiergraph.stop());

/** The statements that an operation costs, once what is cached by version is cached. */
async function costOf<Name extends OperationName>(name: Name, variables: VariablesOf<Name>): Promise<string[]> {
  await attempt(tiergraph, story.token, name, variables);
  tiergraph.takeStatements();
  await attempt(tiergraph, story.token, name, variables);
  return tiergraph.takeStatements().sort();
}

test("a list of partners costs the same statements for one partner and for twelve", async () => {
  const one = await costOf("partner-list", { first: 1 });
  const twelve = await costOf("partner-list", { first: 12 });
  expect(twelve).toEqual(one);
  expect(one).toMatchInlineSnapshot(`
    [
      "benefits/ledger.list-balances",
      "enablement/training.count",
      "partners/partner.list",
      "partners/tier-status.find-decided",
    ]
  `);
});

test("a partner's home costs a fixed number of statements for every partner", async () => {
  const costs = await Promise.resolve(partnerIds.slice(0, 3)).then(async (ids) => {
    const found: string[][] = [];
    for (const partnerId of ids) found.push(await costOf("portal-home", { partnerId }));
    return found;
  });
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[2]).toEqual(costs[0]);
  expect(costs[0]).toMatchInlineSnapshot(`
    [
      "benefits/ledger.list-balances",
      "benefits/ledger.list-reward-entries",
      "enablement/certification.list",
      "enablement/certification.list-expiring",
      "enablement/training.count-by-course",
      "enablement/training.find-people",
      "metrics/fact.list-of-partners",
      "metrics/series.list-rollups",
      "partners/partner.find",
      "partners/person.list-of-partners",
      "partners/tier-status.find-with-outlook",
    ]
  `);
});

test("homes of many partners asked at once cost what one home costs", async () => {
  const home = operation("portal-home");
  // The fragments that it names follow the operation.
  const [asked = "", ...fragments] = home.split(/^(?=fragment )/m);
  const fields = asked.slice(asked.indexOf("tierStatus"), asked.lastIndexOf("}", asked.lastIndexOf("}") - 1));
  const many = `query ($measures: [String!]) { partners(first: 12) { nodes { ${fields} } } } ${fragments.join("")}`;
  const few = many.replace("first: 12", "first: 1");
  for (const query of [few, many]) await askText(tiergraph, story.token, query);
  tiergraph.takeStatements();
  await askText(tiergraph, story.token, few);
  const costOfFew = tiergraph.takeStatements().sort();
  await askText(tiergraph, story.token, many);
  expect(tiergraph.takeStatements().sort()).toEqual(costOfFew);
});
