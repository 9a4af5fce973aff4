import http from "node:http";
import type { AddressInfo } from "node:net";
import { createLog } from "@tiergraph/kit/process/log";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpSource, subgraphAgent } from "./http-source.js";

let answered: { status: number; body: string } | "hangs" | "cut off" | "endless" = { status: 200, body: "{}" };
const agent = subgraphAgent();
const server = http.createServer((request, response) => {
  request.resume();
  if (answered === "hangs") return;
  response.on("error", () => undefined);
  if (answered === "cut off") {
    response.writeHead(200, { "content-type": "application/json" }).write('{"data":{"partner":');
    setTimeout(() => response.destroy(), 10);
    return;
  }
  if (answered === "endless") {
    response.writeHead(200, { "content-type": "application/json" });
    const write = () => {
      while (!response.destroyed && response.write(`"${"x".repeat(64 * 1024)}`));
      if (!response.destroyed) response.once("drain", write);
    };
    write();
    return;
  }
  response.writeHead(answered.status, { "content-type": "application/json" }).end(answered.body);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(async () => {
  await agent.close();
  server.close();
});

/** What the gateway takes from a subgraph that answers so. */
async function taken(status: number, body: unknown, query = "{ partner { name } }") {
  answered = { status, body: typeof body === "string" ? body : JSON.stringify(body) };
  return opened(2_000).process(askedFor(query));
}

const opened = (timeoutMs: number) =>
  httpSource({
    service: "metrics",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, // A TCP server's address is never a string.
    timeoutMs,
    tokenFor: async () => "token",
    agent,
    log: createLog("test", "silent"),
  });

const askedFor = (query: string, at = Date.now()) => {
  const context = { viewer: null, requestId: "r", standing: { at, changes: null, isSo: false } };
  // Our sources read these two only.
  return { request: { query }, context } as unknown as Parameters<ReturnType<typeof httpSource>["process"]>[0];
};
const UNAVAILABLE = {
  message: "The metrics service is not available.",
  extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "metrics" },
};

test.each([
  ["500 with an empty object", 500, {}],
  ["200 with an empty object", 200, {}],
  ["a proxy's 503 with a page", 503, "<html><body>503</body></html>"],
  ["a proxy's 502 with an error of its own", 502, { errors: [{ message: "upstream" }] }],
  ["a proxy's 504 with a message", 504, { message: "gateway timeout" }],
  ["data that is null, without an error", 200, { data: null }],
  ["no errors in a list of errors", 200, { data: null, errors: [] }],
  ["data without what was asked", 200, { data: {} }],
  ["data under a status of failure", 503, { data: { partner: null } }],
  ["entities that are null", 200, { data: { _entities: null } }, "{ _entities(representations: []) { __typename } }"],
  ["a list", 200, []],
])("%s is an error that names the service, never a null without one", async (_what, status, body, query?: string) => {
  await expect(taken(status, body, query)).rejects.toMatchObject(UNAVAILABLE);
});

test("what a subgraph answers is taken as it is: data, nulls that it means, and its own errors", async () => {
  expect(await taken(200, { data: { partner: null } })).toEqual({ data: { partner: null } });
  const refused = { data: null, errors: [{ message: "No.", extensions: { code: "FORBIDDEN" } }] };
  expect(await taken(200, refused)).toEqual(refused);
  expect(await taken(500, { errors: refused.errors })).toEqual(refused);
  expect(await taken(200, { data: {} }, "query ($a: Boolean!) { partner @include(if: $a) { name } }")).toEqual({
    data: {},
  });
});

test.each(["cut off", "endless"] as const)("an answer that is %s is an error that names the service", async (how) => {
  answered = how;
  await expect(opened(5_000).process(askedFor("{ partner { name } }"))).rejects.toMatchObject(UNAVAILABLE);
});

test("of a service that hangs a hundred requests are answered within the timeout, those that waited before sooner", async () => {
  answered = "hangs";
  const source = opened(400);
  const startedAt = performance.now();
  const asked = Array.from({ length: 100 }, () => source.process(askedFor("{ partner { name } }")));
  const late = opened(400).process(askedFor("{ partner { name } }", Date.now() - 300));
  await expect(late).rejects.toMatchObject(UNAVAILABLE);
  expect(performance.now() - startedAt).toBeLessThan(300);
  for (const outcome of await Promise.allSettled(asked))
    expect(outcome).toMatchObject({ status: "rejected", reason: UNAVAILABLE });
  // One after another in two turns they would take twice the timeout.
  expect(performance.now() - startedAt).toBeLessThan(780);
});
