import { afterAll, beforeAll, expect, test } from "vitest";
import { operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import type { OperationName } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

// What a program says may be kept by clients: they ask by `If-None-Match` whether it stands. What holds a partner's rows
// may not be kept.
let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  partnerId = await story.partner("partner");
  await story.settled();
});
afterAll(() => tiergraph.stop());

interface Asked {
  readonly name?: OperationName;
  readonly query?: string;
  readonly variables?: object;
  readonly token?: string;
  /** The tag of what the client has. */
  readonly has?: string | null;
  readonly method?: "GET" | "POST";
}

function put({ name, query, variables, token = story.token, has, method = "POST" }: Asked): Promise<Response> {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
    ...(has && { "if-none-match": has }),
  };
  const text = query ?? operation(name ?? "tier-matrix");
  if (method === "GET") return fetch(`${tiergraph.url}/graphql?query=${encodeURIComponent(text)}`, { headers });
  return fetch(`${tiergraph.url}/graphql`, { method, headers, body: JSON.stringify({ query: text, variables }) });
}

/** The tag of an answer that is planned and kept by now. */
async function tagOf(asked: Asked): Promise<string | null> {
  for (let i = 0; i < 2; i++) await (await put(asked)).text();
  const answer = await put(asked);
  await answer.text();
  return answer.headers.get("etag");
}

const STANDING: readonly OperationName[] = [
  "tier-matrix",
  "program-on",
  "program-versions",
  "tier-rewards",
  "review-forms",
  "learning-paths",
];

test.each(STANDING)("%s may be kept, and stands without being asked again", async (name) => {
  const asked = { name, variables: name === "program-on" ? { on: today() } : {} };
  const tag = await tagOf(asked);
  expect(tag).toMatch(/^W\/"[\w-]{22}\.[\w-]{22}"$/);
  tiergraph.takeStatements();
  const confirmed = await put({ ...asked, has: tag });
  expect(confirmed.status).toBe(304);
  expect(await confirmed.text()).toBe("");
  expect(confirmed.headers.get("etag")).toBe(tag);
  expect(confirmed.headers.get("cache-control")).toBe("private, no-cache");
  expect(confirmed.headers.get("vary")).toContain("authorization");
  expect(tiergraph.takeStatements()).toEqual([]);
});

test("a client that asks by GET, by the tag without its mark of weakness, with others in its list", async () => {
  const asked = { query: "{ tiers { name title } }", method: "GET" as const };
  const tag = await tagOf(asked);
  expect(tag).not.toBeNull();
  const confirmed = await put({ ...asked, has: `"something else", ${tag?.replace("W/", "")}` });
  expect(confirmed.status).toBe(304);
});

test("what holds rows of a partner, a change and an error may not be kept", async () => {
  for (const asked of [
    { name: "portal-home", variables: { partnerId } },
    { query: "query ($partnerId: ID!) { tiers { name } partner(id: $partnerId) { name } }", variables: { partnerId } },
    { query: "{ tiers { name } partnersJobs { pending } }" },
    { name: "save-cohort", variables: { input: { name: "some", description: "Some.", partnerIds: [] } } },
    { query: '{ tiers { name } partner(id: "nobody") { name } }' },
  ] as Asked[]) {
    for (let i = 0; i < 2; i++) await (await put(asked)).text();
    const answer = await put(asked);
    expect([await answer.text(), answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([
      expect.stringContaining('"data"'),
      null,
      "no-store",
    ]);
  }
});

test("a tag stands for its question and its viewer alone", async () => {
  const tag = await tagOf({ query: "{ tiers { name } }" });
  const token = await tiergraph.tokenOf("partner", partnerId);
  for (const other of [
    { query: "{ tiers { name rank } }", has: tag },
    { query: "query ($x: Boolean!) { tiers { name rank @include(if: $x) } }", variables: { x: true }, has: tag },
    { query: "{ tiers { name } }", token, has: tag },
  ]) {
    await (await put(other)).text();
    expect((await put(other)).status).toBe(200);
  }
});

test("a publication ends what stood, at once", async () => {
  const asked = { name: "tier-matrix" as const };
  const tag = await tagOf(asked);
  await story.publish(
    example("northwind-partners")
      .replace(/^version: .*$/m, 'version: "2.0"')
      .replace("why: Silver partners", "why: Sterling partners"),
  );
  const changed = await put({ ...asked, has: tag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain("Sterling");
  const next = await tagOf(asked);
  expect(next).not.toBe(tag);
  expect((await put({ ...asked, has: next })).status).toBe(304);
});
