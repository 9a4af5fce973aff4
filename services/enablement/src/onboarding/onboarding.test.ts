import type { Onboarding, PlanStep } from "@tiergraph/program/document/enablement";
import { knownCalendarDate as day } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import { addBusinessDays } from "./business-days.js";
import { type Joining, makePlans } from "./make-plans.js";
import type { StepRow } from "./onboarding-step.entity.js";
import { healthOf, stepStateOf } from "./plan-health.js";

test.each([
  ["2026-11-26", 1, "2026-11-27"],
  ["2026-11-27", 1, "2026-11-30"],
  ["2026-11-28", 1, "2026-11-30"],
  ["2026-11-26", 5, "2026-12-03"],
  // Christmas is a Friday, the new year as well.
  ["2026-12-24", 1, "2026-12-28"],
  ["2026-12-24", 5, "2027-01-04"],
  ["2024-02-28", 2, "2024-03-01"],
  // The clocks go back on this Sunday.
  ["2026-10-23", 1, "2026-10-26"],
])("from %s on, %i business days later is %s", (from, days, later) => {
  expect(addBusinessDays(day(from), days, ["2026-12-25", "2027-01-01"])).toBe(later);
});

const step = (name: string, more: Partial<PlanStep> = {}): PlanStep => ({
  name,
  title: name,
  description: null,
  owner: "partner",
  dueDays: 5,
  after: [],
  doneBy: null,
  needsEvidence: false,
  ...more,
});
const onboarding: Onboarding = {
  holidays: [],
  firstValue: null,
  plans: [
    { name: "all", title: "All", why: "W.", at: "joining", tiers: [], tracks: [], steps: [step("one")] },
    { name: "tracked", title: "T", why: "W.", at: "joining", tiers: [], tracks: ["integrator"], steps: [step("one")] },
    {
      name: "gold",
      title: "G",
      why: "W.",
      at: "promotion",
      tiers: ["gold", "platinum"],
      tracks: [],
      steps: [step("one")],
    },
  ],
};
const RANKS = new Map([
  ["registered", 0],
  ["silver", 1],
  ["gold", 2],
  ["platinum", 3],
]);
const joining = (more: Partial<Joining> = {}): Joining => ({
  partnerId: "p",
  tracks: [],
  before: null,
  tier: "registered",
  on: day("2026-11-26"),
  has: [],
  ...more,
});
const made = (more: Partial<Joining>) =>
  makePlans(onboarding, RANKS, joining(more), () => "id").map(({ plan }) => plan.template);

test("plans of joining are made at the first placement, and those of a promotion when one of their tiers is reached", () => {
  expect(made({})).toEqual(["all"]);
  expect(made({ tracks: ["reseller", "integrator"] })).toEqual(["all", "tracked"]);
  expect(made({ before: "registered", tier: "silver" })).toEqual([]);
  expect(made({ before: "silver", tier: "gold" })).toEqual(["gold"]);
  expect(made({ before: null, tier: "platinum" })).toEqual(["all", "gold"]);
  // Down into gold, or from gold up, is not reached from below.
  expect(made({ before: "platinum", tier: "gold" })).toEqual([]);
  // What was made once is not made again.
  expect(made({ before: "silver", tier: "gold", has: ["gold"] })).toEqual([]);
});

const row = (name: string, more: Partial<StepRow> = {}): StepRow => ({
  partnerId: "p",
  planId: "id",
  step: name,
  position: 0,
  title: name,
  description: null,
  owner: "PARTNER",
  dueOn: "2026-12-31",
  after: [],
  waitsForKind: null,
  waitsFor: null,
  needsEvidence: false,
  doneOn: null,
  doneBecause: null,
  doneBy: null,
  evidence: null,
  blockedBecause: null,
  blockedAt: null,
  blockedBy: null,
  ...more,
});
const done = { doneOn: "2026-11-01", doneBecause: "HAND" } as const;

test("a step is done, blocked, waiting for others, or open", () => {
  const [first, second] = [row("first"), row("second", { after: ["first"] })];
  expect(stepStateOf(first, [first, second])).toBe("OPEN");
  expect(stepStateOf(second, [first, second])).toBe("WAITING");
  expect(stepStateOf(second, [row("first", done), second])).toBe("OPEN");
  expect(stepStateOf(row("first", { ...done, after: ["second"] }), [second])).toBe("DONE");
  expect(stepStateOf(row("first", { blockedBecause: "No access." }), [first])).toBe("BLOCKED");
});

test("the health of a plan is that of its worst step", () => {
  const on = day("2026-11-26");
  const health = (...steps: StepRow[]) => healthOf(steps, on, []);
  expect(health(row("a", done))).toBe("COMPLETE");
  expect(health(row("a", done), row("b"))).toBe("ON_TRACK");
  expect(health(row("a"), row("b", { dueOn: "2026-12-03", after: ["a"] }))).toBe("AT_RISK");
  expect(health(row("a"), row("b", { dueOn: "2026-12-04", after: ["a"] }))).toBe("ON_TRACK");
  expect(health(row("a", { blockedBecause: "No access." }))).toBe("BLOCKED");
  expect(health(row("a", { blockedBecause: "No access." }), row("b", { dueOn: "2026-11-25" }))).toBe("LATE");
  expect(health(row("b", { dueOn: "2026-11-26" }))).toBe("ON_TRACK");
});
