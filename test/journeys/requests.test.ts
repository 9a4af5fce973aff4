import { afterAll, beforeAll, expect, test } from "vitest";
import { askRaw } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";

let tiergraph: Tiergraph;
let token: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  token = await tiergraph.tokenOf("program-manager");
});
afterAll(() => tiergraph.stop());

async function post(body: object) {
  const response = await fetch(`${tiergraph.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { errors?: { extensions: { code: string } }[] } };
}

test("a request that names no operation of its document is answered so, and is the client's mistake", async () => {
  const query = "query One { tiers { name } } query Two { tiers { name } }";
  for (const body of [{ query }, { query, operationName: "Three" }]) {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }]);
  }
  expect((await post({ query, operationName: "Two" })).status).toBe(200);
});

test("each error names its request", async () => {
  const { errors } = await askRaw(tiergraph, token, "{ partners(first: 101) { nodes { id } } }");
  expect(errors).toMatchObject([
    { extensions: { code: "BAD_USER_INPUT", requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
  ]);
});

test("a page is 1 to 100 nodes, and a cursor is of the list that it came from", async () => {
  const codeOf = async (query: string) => (await askRaw(tiergraph, token, query)).errors?.[0]?.extensions.code;
  for (const first of [0, -1, 101, 1_000_000_000])
    expect(await codeOf(`{ partners(first: ${first}) { nodes { id } } }`)).toBe("BAD_USER_INPUT");
  expect(await codeOf('{ partners(after: "e30.AAAA") { nodes { id } } }')).toBe("INVALID_CURSOR");
});
