import { afterAll, beforeAll, expect, test } from "vitest";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, startStory } from "../kit/story.js";

// What an operation may cost is said before it runs, and what a viewer used is said with each answer.
let tiergraph: Tiergraph;
let manager: string;
let partnerId: string;
beforeAll(async () => {
  tiergraph = await startTiergraph({ env: { MAX_COST: "PARTNER=300", COST_PER_SECOND: "PARTNER=30" } });
  const story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  partnerId = await story.partner("one");
  manager = story.token;
});
afterAll(() => tiergraph.stop());

interface Answer {
  status: number;
  retryAfter: string | null;
  body: {
    data?: Record<string, unknown>;
    errors?: { message: string; extensions: { code: string } }[];
    extensions: { cost: { requested: number; actual: number | null; available: number; resetsAt: string } };
  };
}

async function send(token: string, query: string, variables: object = {}, method = "POST"): Promise<Answer> {
  const asked = { query, variables: JSON.stringify(variables) };
  const response =
    method === "GET"
      ? await fetch(`${tiergraph.url}/graphql?${new URLSearchParams(asked)}`, {
          headers: { authorization: `Bearer ${token}`, "apollo-require-preflight": "true" },
        })
      : await fetch(`${tiergraph.url}/graphql`, {
          method,
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ query, variables }),
        });
  const body = (await response.json()) as Answer["body"];
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body };
}

const PEOPLE = "query ($id: ID!, $first: Int) { partner(id: $id) { people(first: $first) { nodes { id } } } }";

// The second time an operation runs from its compiled plan, and by GET through the whole pipeline again.
test.each(["POST", "POST", "GET"])("an answer says what it cost, by %s", async (method) => {
  const { status, body } = await send(manager, PEOPLE, { id: partnerId, first: 50 }, method);
  expect(status).toBe(200);
  expect(body.data).toEqual({ partner: { people: { nodes: [] } } });
  expect(body.extensions.cost).toMatchObject({ requested: 51, actual: 1, available: expect.any(Number) });
  expect(Date.parse(body.extensions.cost.resetsAt)).toBeGreaterThan(Date.now() - 60_000);
});

test("what costs too much is refused before a statement runs, with what would lower it", async () => {
  const dear =
    "{ partners(first: 100) { nodes { decisions(first: 100) { nodes { inputs { measurement { evidence(first: 100) { nodes { id } } } } } } } } }";
  tiergraph.takeStatements();
  const { status, body } = await send(manager, dear);
  expect(status).toBe(400);
  expect(body.data).toBeUndefined();
  expect(body.errors).toMatchObject([{ extensions: { code: "COST_TOO_HIGH" } }]);
  expect(body.errors?.[0]?.message).toMatch(
    /^The operation may cost \d+ points, and 20000 are allowed\. Ask for smaller pages of partners \(100\), then decisions \(100\), then inputs \(5\), then evidence \(100\), or in several operations\.$/,
  );
  expect(body.extensions.cost).toMatchObject({ actual: null });
  expect(tiergraph.takeStatements()).toEqual([]);
  // The same document with a variable is refused by what is sent, also once it is compiled.
  expect((await send(manager, PEOPLE, { id: partnerId, first: 100 })).status).toBe(200);
});

test("a partner that asks more than its share waits, by what the answer says, and others do not", async () => {
  const partner = await tiergraph.tokenOf("partner", partnerId);
  const decisions = "query ($id: ID!) { partner(id: $id) { decisions(first: 12) { nodes { summary } } } }";
  const statuses = [];
  let refused: Answer | null = null;
  for (let i = 0; i < 30 && refused === null; i++) {
    // Many at once: what is under way counts as if its pages were full.
    const answers = await Promise.all(Array.from({ length: 3 }, () => send(partner, decisions, { id: partnerId })));
    statuses.push(...answers.map(({ status }) => status));
    refused = answers.find(({ status }) => status === 429) ?? null;
  }
  expect(statuses[0]).toBe(200);
  expect(Number(refused?.retryAfter)).toBeGreaterThan(0);
  expect(refused?.body.errors).toMatchObject([{ extensions: { code: "TOO_MANY_REQUESTS" } }]);
  expect(refused?.body.extensions.cost).toMatchObject({ requested: 241, actual: null });
  expect((await send(manager, decisions, { id: partnerId })).status).toBe(200);
});
