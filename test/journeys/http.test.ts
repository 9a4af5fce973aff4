import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

// What clients, proxies and pages of other origins meet before and around the graph.
let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
});
afterAll(() => tiergraph.stop());

interface Sent {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "OPTIONS";
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly token?: string | null;
}

async function send({ method = "POST", path = "/graphql", headers = {}, body, token = story.token }: Sent) {
  const answer = await request(`${tiergraph.url}${path}`, {
    method,
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) };
}
const JSON_BODY = { "content-type": "application/json" };
const matrix = () => JSON.stringify({ query: operation("tier-matrix") });
const small = JSON.stringify({ query: "{ tiers { name } }" });

const REFUSED: [string, number, string, () => Sent][] = [
  ["no token", 401, "UNAUTHENTICATED", () => ({ token: null, headers: JSON_BODY, body: small })],
  ["an address where nothing is", 404, "NOT_FOUND", () => ({ method: "GET", path: "/graphqll?query=x" })],
  ["another method", 405, "METHOD_NOT_ALLOWED", () => ({ method: "PUT", headers: JSON_BODY, body: small })],
  ["a request of 5 MiB", 413, "REQUEST_TOO_LARGE", () => ({ headers: JSON_BODY, body: Buffer.alloc(5 << 20, " ") })],
  ["a form", 415, "UNSUPPORTED_MEDIA_TYPE", () => ({ headers: { "content-type": "application/xml" }, body: "<a/>" })],
  ["JSON that ends half way", 400, "BAD_REQUEST", () => ({ headers: JSON_BODY, body: '{"query": ' })],
];

test.each(REFUSED)("%s is refused in the form of the graph's errors, with %i", async (_what, status, code, sent) => {
  const answer = await send(sent());
  expect(answer.status).toBe(status);
  expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(answer.headers["x-request-id"]).toMatch(/^[\w-]{36}$/);
  const { errors } = JSON.parse(answer.body.toString()) as { errors: object[] };
  expect(errors).toEqual([
    { message: expect.stringMatching(/\.$/), extensions: { code, requestId: answer.headers["x-request-id"] } },
  ]);
  expect(answer.body.toString()).not.toMatch(/stack|node_modules|FST_/);
});

const ODD: [string, number, string, object][] = [
  [
    "a null for an argument with a default",
    200,
    "BAD_USER_INPUT",
    {
      query: "query ($state: WaitingFactState) { waitingFacts(state: $state) { nodes { id } } }",
      variables: { state: null },
    },
  ],
  [
    "a literal of another type",
    400,
    "GRAPHQL_VALIDATION_FAILED",
    { query: '{ partners(first: "x") { nodes { id } } }' },
  ],
  ["an unknown field", 400, "GRAPHQL_VALIDATION_FAILED", { query: "{ nothing }" }],
  ["half a document", 400, "GRAPHQL_PARSE_FAILED", { query: "{ partners(" }],
  ["a subscription", 400, "GRAPHQL_VALIDATION_FAILED", { query: "subscription { __typename }" }],
  [
    "2,100 fields",
    400,
    "GRAPHQL_VALIDATION_FAILED",
    { query: `{ ${Array.from({ length: 2_100 }, (_, i) => `a${i}: tiers { name }`).join(" ")} }` },
  ],
  ["20,000 levels of fields", 400, "GRAPHQL_VALIDATION_FAILED", { query: "{ tiers ".repeat(20_000) }],
  ["20,000 levels of lists", 400, "GRAPHQL_VALIDATION_FAILED", { query: `{ partners(first: ${"[".repeat(20_000)}` }],
  [
    "a persisted query that nobody registered",
    200,
    "PERSISTED_QUERY_NOT_FOUND",
    { extensions: { persistedQuery: { version: 1, sha256Hash: "ab".repeat(32) } } },
  ],
  ["several operations in a list", 400, "BAD_REQUEST", [{ query: "{ __typename }" }]],
  ["no query", 400, "BAD_REQUEST", {}],
];

test.each(ODD)("%s is an error that says so, with %i and the code %s", async (_what, status, code, body) => {
  // The first time through the whole pipeline, the next from the compiled plan where there is one.
  for (let i = 0; i < 3; i++) {
    const answer = await send({ headers: JSON_BODY, body: JSON.stringify(body) });
    expect(answer.status).toBe(status);
    const { errors } = JSON.parse(answer.body.toString()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code });
    expect(errors[0]?.message).not.toMatch(/Something went wrong|call stack/);
  }
});

test("a request keeps the id that it came with, in the answer and in each error; what is no id is not taken", async () => {
  const body = JSON.stringify({ query: "{ nothing }" });
  const named = await send({ headers: { ...JSON_BODY, "x-request-id": "trace-7.b" }, body });
  expect(named.headers["x-request-id"]).toBe("trace-7.b");
  expect(JSON.parse(named.body.toString())).toMatchObject({ errors: [{ extensions: { requestId: "trace-7.b" } }] });
  for (const id of ["a b", "x".repeat(200), '"}'])
    expect((await send({ headers: { ...JSON_BODY, "x-request-id": id }, body })).headers["x-request-id"]).not.toBe(id);
});

const dataOf = (body: Buffer): unknown => JSON.parse(body.toString()).data;

test("long answers are compressed as the client takes them, short ones and those of others are not", async () => {
  const plain = await send({ headers: JSON_BODY, body: matrix() });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  // The first runs through the whole pipeline, the next from the compiled plan.
  for (const [encoding, unpack] of [
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)
    for (let i = 0; i < 3; i++) {
      const packed = await send({ headers: { ...JSON_BODY, "accept-encoding": encoding }, body: matrix() });
      expect(packed.headers["content-encoding"]).toBe(encoding);
      expect(packed.headers.vary).toContain("accept-encoding");
      expect(dataOf(unpack(packed.body))).toEqual(dataOf(plain.body));
      expect(packed.body.length).toBeLessThan(plain.body.length / 3);
    }
  const short = await send({ headers: { ...JSON_BODY, "accept-encoding": "br, gzip" }, body: small });
  expect(short.headers["content-encoding"]).toBeUndefined();
  expect(JSON.parse(short.body.toString())).toHaveProperty("data.tiers");
});

test("a page of an origin that is allowed may ask, without a token for the question whether it may", async () => {
  const origin = "http://localhost:5173";
  const preflight = await send({
    method: "OPTIONS",
    token: null,
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,if-none-match",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers["access-control-allow-origin"]).toBe(origin);
  expect(preflight.headers["access-control-allow-headers"]).toContain("authorization");
  expect(preflight.headers["access-control-max-age"]).toBe("600");
  const asked = await send({ headers: { ...JSON_BODY, origin }, body: small });
  expect(asked.headers["access-control-allow-origin"]).toBe(origin);
  expect(asked.headers["access-control-expose-headers"]).toContain("x-request-id");
  expect(asked.headers["access-control-allow-credentials"]).toBeUndefined();
});

test("a page of any other origin may not", async () => {
  for (const origin of ["https://elsewhere.example", "http://localhost.elsewhere.example", "null"]) {
    const preflight = await send({
      method: "OPTIONS",
      token: null,
      headers: { origin, "access-control-request-method": "POST" },
    });
    expect(preflight.headers["access-control-allow-origin"]).toBeUndefined();
    const asked = await send({ headers: { ...JSON_BODY, origin }, body: small });
    expect(asked.headers["access-control-allow-origin"]).toBeUndefined();
  }
});
