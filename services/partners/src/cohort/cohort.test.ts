import { expect, test } from "vitest";
import { type CohortRequest, type CohortRule, cohortProblem } from "./cohort.js";
import { MAX_LISTED } from "./cohort.refusals.js";

const nothing: CohortRule = {
  tiers: null,
  regions: null,
  countries: null,
  tracks: null,
  joinedFrom: null,
  joinedBefore: null,
};
const kindOf = (changes: Partial<CohortRequest>) =>
  cohortProblem({
    name: "pilot",
    description: "A pilot.",
    rule: { ...nothing, tiers: ["gold"] },
    partnerIds: null,
    ...changes,
  })?.kind ?? null;

test("a cohort is a rule or a list, with a name that filters can say and a description", () => {
  expect(kindOf({})).toBeNull();
  expect(kindOf({ rule: null, partnerIds: [] })).toBeNull();
  expect(kindOf({ name: "Pilot 1" })).toBe("NameInvalid");
  expect(kindOf({ description: " " })).toBe("DescriptionInvalid");
  expect(kindOf({ partnerIds: [] })).toBe("RuleOrListMissing");
  expect(kindOf({ rule: null })).toBe("RuleOrListMissing");
  expect(kindOf({ rule: null, partnerIds: Array.from({ length: MAX_LISTED + 1 }, String) })).toBe("TooManyPartners");
});

test("a rule that asks nothing, or that nobody can meet, is none", () => {
  expect(kindOf({ rule: nothing })).toBe("RuleInvalid");
  expect(kindOf({ rule: { ...nothing, regions: [] } })).toBe("RuleInvalid");
  expect(kindOf({ rule: { ...nothing, joinedFrom: "2026-01-01", joinedBefore: "2026-01-01" } })).toBe("RuleInvalid");
  expect(kindOf({ rule: { ...nothing, joinedFrom: "2026-01-01", joinedBefore: "2026-01-02" } })).toBeNull();
});
