import { expect, test } from "vitest";
import { compareDigests } from "./compare-digests.js";

const digest = (partnerId: string, factsDigest: string, periodsDigest: string) => ({
  partnerId,
  facts: factsDigest.length,
  factsDigest,
  periods: periodsDigest.length,
  periodsDigest,
});
const tiers = (partnerId: string, periodsDigest: string) => ({ ...digest(partnerId, "", periodsDigest) });

test("services that keep the same agree, and a partner that one of them does not know yet has nothing", () => {
  const kept = [digest("a", "xy", "z"), digest("b", "", "")];
  expect(compareDigests({ metrics: kept, benefits: kept.slice(0, 1), partners: [tiers("a", "z")] })).toEqual([]);
});

test("a copy of facts or tiers that differs is named with its partner and its service", () => {
  expect(
    compareDigests({
      metrics: [digest("a", "xyz", "t"), digest("b", "x", "")],
      benefits: [digest("a", "xy", "t")],
      partners: [tiers("a", "tu"), tiers("b", "")],
    }),
  ).toEqual([
    { partnerId: "a", what: "facts", of: "rewards", expected: 3, found: 2 },
    { partnerId: "a", what: "tiers", of: "rewards", expected: 2, found: 1 },
    { partnerId: "a", what: "tiers", of: "measures", expected: 2, found: 1 },
    { partnerId: "b", what: "facts", of: "rewards", expected: 1, found: 0 },
  ]);
});
