import { expect, test } from "vitest";
import { type Candidate, chooseManager } from "./choose-manager.js";

const candidate = (code: string, more: Partial<Candidate> = {}): Candidate => ({
  managerId: code,
  code,
  role: "success-manager",
  name: code,
  email: null,
  tiers: [],
  regions: [],
  capacity: 10,
  isActive: true,
  load: 0,
  isAbsent: false,
  ...more,
});
const gold = { role: "success-manager", tier: "gold", region: "EMEA" } as const;
const chosen = (...candidates: Candidate[]) => chooseManager(candidates, gold)?.code ?? null;

test("the manager who has the smallest share of its capacity taken gets the partner, of equals the first by code", () => {
  expect(chosen(candidate("b", { load: 2 }), candidate("a", { load: 3 }))).toBe("b");
  expect(chosen(candidate("big", { load: 5, capacity: 50 }), candidate("small", { load: 2 }))).toBe("big");
  expect(chosen(candidate("b", { load: 1, capacity: 3 }), candidate("a", { load: 2, capacity: 6 }))).toBe("a");
});

test("who is away, full, gone, of another role, or looks after other tiers or regions is passed over", () => {
  expect(chosen(candidate("a", { isAbsent: true }), candidate("z"))).toBe("z");
  expect(chosen(candidate("a", { load: 10 }))).toBeNull();
  expect(chosen(candidate("a", { isActive: false }))).toBeNull();
  expect(chosen(candidate("a", { role: "technical-account-manager" }))).toBeNull();
  expect(chosen(candidate("a", { tiers: ["platinum"] }), candidate("b", { tiers: ["gold"] }))).toBe("b");
  expect(chosen(candidate("a", { regions: ["APAC"] }), candidate("b", { regions: ["EMEA"] }))).toBe("b");
  expect(chooseManager([candidate("a", { regions: ["EMEA"] })], { ...gold, region: null })).toBeNull();
});
