import { expect, test } from "vitest";
import { z } from "zod";
import { judgeAnswer } from "./judge-answer.js";

const operation = { query: "{ n }", data: z.object({ n: z.number() }) };
const judge = (status: number, body: unknown) =>
  judgeAnswer(operation, { status, body: typeof body === "string" ? body : JSON.stringify(body) });
const errorOf = (code: string) => ({ data: null, errors: [{ message: "No.", extensions: { code } }] });

test("data of the expected shape is an answer", () => {
  expect(judge(200, { data: { n: 1 } })).toEqual({ kind: "Answered", data: { n: 1 } });
});

test("what may pass is worth asking again", () => {
  for (const status of [429, 502, 503, 504]) expect(judge(status, "busy").kind).toBe("Transient");
  expect(judge(500, "<html>").kind).toBe("Transient");
  expect(judge(200, errorOf("SUBGRAPH_UNAVAILABLE")).kind).toBe("Transient");
  expect(judge(500, errorOf("INTERNAL_SERVER_ERROR")).kind).toBe("Transient");
});

test.each([
  ["a token that is not accepted", 401, errorOf("UNAUTHENTICATED"), "TIERGRAPH_TOKEN"],
  ["a role that does not suffice", 200, errorOf("FORBIDDEN"), "role ingest"],
  ["a batch that is too large", 413, {}, "--batch"],
  ["an address that is no graph", 404, "<html>", "--url"],
  ["a redirection", 302, "", "--url"],
  ["a request that is not understood", 400, errorOf("GRAPHQL_VALIDATION_FAILED"), "No."],
  ["an answer of another shape", 200, { data: { n: "1" } }, "another version"],
])("%s ends the import with what to do", (_name, status, body, message) => {
  expect(judge(status, body)).toEqual({ kind: "GraphFailed", message: expect.stringContaining(message) });
});
