import { readOperations } from "@tiergraph/schema/operations";
import { Registry } from "prom-client";
import { expect, test } from "vitest";
import { operationNameIn, requestMetrics } from "./request-metrics.js";

test("requests are counted by the operations that are known, and all others together", async () => {
  const registry = new Registry();
  const observe = requestMetrics(registry, new Set(["PortalHome"]));
  const request = { role: "PARTNER", outcome: "answered", seconds: 0.02 } as const;
  observe({ ...request, operation: "PortalHome" });
  for (let i = 0; i < 1_000; i++) observe({ ...request, operation: `Own${i}`, outcome: "errors" });
  observe({ operation: null, role: null, outcome: "refused", seconds: 0 });
  const text = await registry.metrics();
  expect(text).toContain('tiergraph_requests_total{operation="PortalHome",role="PARTNER",outcome="answered"} 1');
  expect(text).toContain('tiergraph_requests_total{operation="other",role="PARTNER",outcome="errors"} 1000');
  expect(text).toContain('tiergraph_requests_total{operation="other",role="none",outcome="refused"} 1');
  expect(text).toContain('tiergraph_request_seconds_bucket{le="0.025",operation="PortalHome"} 1');
  expect(text).not.toContain("Own1");
});

test("the name of each committed operation is found", () => {
  for (const { name, document } of readOperations()) expect(operationNameIn(document), name).toMatch(/^[A-Z]\w+$/);
  expect(operationNameIn("{ tiers { name } }")).toBeNull();
  expect(operationNameIn("# query Not\nquery Named { a }")).toBe("Named");
  expect(operationNameIn("mutation { a }")).toBeNull();
});
