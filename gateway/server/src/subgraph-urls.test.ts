import { EnvironmentRefused } from "@tiergraph/installation/environment";
import { expect, test } from "vitest";
import { subgraphUrls } from "./subgraph-urls.js";

test("services are on this machine where nothing else is said", () => {
  const here = {
    partners: "http://127.0.0.1:4001/graphql",
    metrics: "http://127.0.0.1:4002/graphql",
    benefits: "http://127.0.0.1:4003/graphql",
    enablement: "http://127.0.0.1:4004/graphql",
  };
  expect(subgraphUrls({})).toEqual(here);
  expect(subgraphUrls({ METRICS_URL: "" })).toEqual(here);
});

test("a service may be anywhere, the others stay where they are", () => {
  expect(subgraphUrls({ METRICS_URL: "https://metrics.example.com/graphql" })).toMatchObject({
    partners: "http://127.0.0.1:4001/graphql",
    metrics: "https://metrics.example.com/graphql",
  });
});

test.each(["metrics", "metrics:4002", "ftp://metrics/graphql", "/graphql"])(
  "%s is no address of a service",
  (address) => {
    expect(() => subgraphUrls({ METRICS_URL: address })).toThrow(EnvironmentRefused);
    expect(() => subgraphUrls({ METRICS_URL: address })).toThrow("METRICS_URL: not an http address");
  },
);
