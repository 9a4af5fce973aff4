import { expect, test } from "vitest";
import { definePolicy } from "./policy.js";
import { systemViewer, type Viewer } from "./viewer.js";

const policy = definePolicy<"see" | "place">({
  see: { PARTNER: "own", PARTNER_MANAGER: "own", PROGRAM_MANAGER: "all" },
  place: { PROGRAM_MANAGER: "all" },
});
const partner: Viewer = { role: "PARTNER", subject: "ann", partnerIds: ["p"] };
const programManager: Viewer = { role: "PROGRAM_MANAGER", subject: "pam", partnerIds: "all" };

test("a role may do what the table gives it, and nothing else", () => {
  expect(policy.permits(partner, "see")).toBe(true);
  expect(policy.permits(partner, "place")).toBe(false);
  expect(policy.permits({ ...partner, role: "ANALYST" }, "see")).toBe(false);
});

test("a partner may do it for itself, and for no other partner", () => {
  expect(policy.permitsFor(partner, "see", "p")).toBe(true);
  expect(policy.permitsFor(partner, "see", "q")).toBe(false);
});

test("a viewer that is bound to no partner may do nothing for any", () => {
  expect(policy.permitsFor({ ...partner, partnerIds: [] }, "see", "p")).toBe(false);
});

test("being bound to a partner gives no permission that the role lacks", () => {
  expect(policy.permitsFor(partner, "place", "p")).toBe(false);
  expect(policy.permitsFor({ ...partner, role: "INGEST", partnerIds: "all" }, "see", "p")).toBe(false);
});

test("a program manager may do it for every partner", () => {
  expect(policy.permitsFor(programManager, "place", "p")).toBe(true);
  expect(policy.permitsFor(programManager, "place", "q")).toBe(true);
});

test("a service at work on an event may do everything for everyone", () => {
  expect(policy.permits(systemViewer("metrics"), "place")).toBe(true);
  expect(policy.permitsFor(systemViewer("metrics"), "place", "p")).toBe(true);
});
