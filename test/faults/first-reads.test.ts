import { afterAll, beforeAll, expect, test } from "vitest";
import { askRaw, graphql } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
const PARTNERS = 25;

beforeAll(async () => {
  const before = await startTiergraph();
  const story = await startStory(before);
  await story.publish(example("crm-rolling-90-days"));
  await story.change("register-partners", {
    partners: Array.from({ length: PARTNERS }, (_, i) => ({ code: `P${i}`, name: `Partner ${i}` })),
  });
  await story.settled();
  await before.stop();
  tiergraph = await startTiergraph({ ownerUrl: before.ownerUrl });
});
afterAll(() => tiergraph.stop());

const LIST = graphql(`{ partners(first: 100) { nodes { id tierStatus { tier { name } summary isAtRisk } } } }`);

test("a hundred lists at once, right after a start, answer without errors and read the program once", async () => {
  const token = await tiergraph.tokenOf("program-manager");
  tiergraph.takeStatements();
  const answers = await Promise.all(Array.from({ length: 100 }, () => askRaw(tiergraph, token, LIST)));
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  const tiers = answers.flatMap(
    ({ data }) => data?.partners?.nodes.map(({ tierStatus }) => tierStatus?.tier.name) ?? [],
  );
  expect(tiers).toHaveLength(100 * PARTNERS);
  const reads = tiergraph.takeStatements().filter((name) => name === "partners/program.find-version");
  expect(reads).toHaveLength(1);
});
