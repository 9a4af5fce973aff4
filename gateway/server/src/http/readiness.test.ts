import { expect, test } from "vitest";
import { gatewayReadiness } from "./readiness.js";

const services = (...down: string[]) =>
  Object.fromEntries(["partners", "metrics", "benefits", "enablement"].map((name) => [name, !down.includes(name)]));

test("a gateway with all of its services is ready", () => {
  expect(gatewayReadiness(services(), "Known")).toEqual({
    status: "ready",
    parts: { partners: "ready", metrics: "ready", benefits: "ready", enablement: "ready", tokenKeys: "ready" },
  });
});

test("with one service down it is degraded, and says which; with half of them it is not ready", () => {
  expect(gatewayReadiness(services("benefits"), "Known")).toMatchObject({
    status: "degraded",
    parts: { benefits: "not ready", partners: "ready" },
  });
  expect(gatewayReadiness(services("benefits", "metrics"), "Known").status).toBe("not ready");
});

test("keys that are outdated go on; without any no token can be verified", () => {
  expect(gatewayReadiness(services(), "Outdated")).toMatchObject({
    status: "degraded",
    parts: { tokenKeys: "not reached; keys that were read before go on" },
  });
  expect(gatewayReadiness(services(), "Unknown").status).toBe("not ready");
});

test("while it starts or drains it is not ready", () => {
  expect(gatewayReadiness(null, "Known")).toEqual({ status: "not ready", parts: { process: "starting or draining" } });
});
