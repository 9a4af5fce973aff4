import type { QueryPlan } from "@apollo/query-planner";
import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { CompilingExecutor } from "./executor.js";

const schema = buildSchema("type Query { name(of: String): String }");
const plan = { kind: "QueryPlan" } as QueryPlan; // Of an operation that asks no subgraph.

function executorOf(maxBytes: number) {
  const ask = () => Promise.reject(new Error("No subgraph is asked"));
  const executor = new CompilingExecutor<null>({ ask, supergraph: schema, maxBytes });
  const planned = (query: string, operationName: string | null = null) =>
    executor.planned({ document: parse(query), schema, request: { query, operationName } } as never, plan);
  return { executor, planned };
}

test("ten thousand operations keep no more than the bound, and what is asked for again stays", () => {
  // Each takes its text and what one selection takes.
  const { executor, planned } = executorOf(2_000_000);
  const hot = "{ hot: __typename }";
  planned(hot);
  for (let i = 0; i < 10_000; i++) {
    planned(`{ a${i}: __typename }`);
    if (i % 100 === 0) expect(executor.find(hot, null)).not.toBeNull();
  }
  expect(executor.size).toBeLessThan(1_000);
  expect(executor.size).toBeGreaterThan(900);
  expect(executor.find("{ a9999: __typename }", null)).not.toBeNull();
  expect(executor.find("{ a5: __typename }", null)).toBeNull();
});

test("an operation is known by its document and its name, and not by what the two would read together", async () => {
  const { executor, planned } = executorOf(2_000_000);
  planned("query A { __typename }");
  expect(executor.find("A { __typename }", "query ")).toBeNull();
  expect(executor.find(" { __typename }", "query A")).toBeNull();
  expect(await executor.find("query A { __typename }", null)?.run({}, null)).toEqual({ data: { __typename: "Query" } });
});

test.each([
  ["introspection", "{ __schema { queryType { name } } }"],
  ["an alias that is no plain name", "{ __proto__: name }"],
  ["a variable that is no plain name", "query ($toString: String) { name(of: $toString) }"],
  ["a variable of the plan's own", "query ($representations: String) { name(of: $representations) }"],
  [
    "seven conditions",
    `query (${"abcdefg".replace(/./g, "$$$& : Boolean!,")}) { ${"abcdefg".replace(/./g, "$&: name @include(if: $$$&) ")} }`,
  ],
])("%s is left to the stock executor", async (_what, query) => {
  const { executor, planned } = executorOf(2_000_000);
  planned(query);
  expect(executor.find(query, null)).toBeNull();
  const request = { request: { query }, context: null } as never;
  expect(await executor.execute(request, async () => ({ data: { stock: true } }))).toEqual({ data: { stock: true } });
  expect(executor.counts).toEqual({ compiled: 0, stock: 1 });
});
