import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { describeEvents } from "./event-isolation.js";
import { type Isolation, OWN_IDS, openIsolation } from "./isolation-fixture.js";
import { describeLists } from "./list-reading.js";
import { describeMutations } from "./mutation-isolation.js";
import { describeNodes } from "./node-reading.js";
import { putAll } from "./put-questions.js";
import { describeQueries } from "./query-isolation.js";
import { describeSubgraphs } from "./subgraph-isolation.js";
import { growForeign } from "./two-partners.js";

// One Tiergraph with two partners for all: it takes longer to make them than to ask everything.
let isolation: Isolation;
// Each test puts every question that the schema allows: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 150_000, hookTimeout: 300_000 });
beforeAll(async () => {
  isolation = await openIsolation();
});
afterAll(() => isolation.tiergraph.stop());

describe("queries", () => describeQueries(() => isolation));
describe("subgraphs", () => describeSubgraphs(() => isolation));
describe("nodes", () => describeNodes(() => isolation));
describe("lists", () => describeLists(() => isolation));

test("what happens at another partner changes no answer: no count, no order, no page, no sum", async () => {
  const { tiergraph, partners, questions, known } = isolation;
  const token = await tiergraph.tokenOf("partner", partners.own.id);
  const answers = async () => {
    const answered = await putAll(questions, { url: tiergraph.url, token, filling: OWN_IDS, known });
    return answered.map(({ question, body }) => [question.title, withoutChance(body)] as const);
  };
  const before = await answers();
  await growForeign(tiergraph, partners);
  expect(await answers()).toEqual(before);
});

/** Of several places in a list that are refused alike, which one is named is a matter of chance; a link is made anew. */
function withoutChance(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value) => {
      if (key === "link" && value !== null) return "a link";
      return key === "path" && Array.isArray(value) ? pathOf(value) : value;
    }),
  );
}
const pathOf = (path: readonly unknown[]): unknown[] => path.map((step) => (typeof step === "number" ? 0 : step));

describe("events", () => describeEvents(() => isolation));

// Last, since they change what is asked about.
describe("mutations", () => describeMutations(() => isolation));
