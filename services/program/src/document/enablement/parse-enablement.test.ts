import { expect, test } from "vitest";
import { documentWith, EVERY_SHAPE, problemsOf, programOf } from "../../fixtures/index.js";

test.each([
  ["courses: { a: { requires: b }, b: {} }", "`b` is a course: here stands the name of an earlier course"],
  ["courses: { a: { requires: a } }", "`a` is a course: here stands the name of an earlier course"],
  ["courses: { a: { version: 0 } }", "expected a whole number from 1 to 1000000"],
  ["courses: { a: { modules: { one: { length: 5 } } } }", "unknown key `length`"],
  ["courses: { a: { certifies: { level: x, renewal: 30 days } } }", "holds for good is not renewed"],
  ["maturities: { m: { tiers: golden } }", "unknown tier `golden`"],
  ["maturities: { m: { tiers: gold }, n: { tiers: gold } }", "`gold` has a maturity already"],
  ["maturities: { m: {} }", "maturities.m.tiers: `tiers` is missing"],
  ["paths: { p: { why: W., courses: none } }", "unknown course `none`"],
  ["paths: { p: { why: W. } }", "paths.p.courses: `courses` is missing"],
  ["courses: { a: {} }\npaths: { p: { why: W., courses: a, maturities: late } }", "unknown maturity `late`"],
  ["onboarding: {}", "onboarding.plans: `plans` is missing"],
  ["onboarding: { plans: { p: { why: W. } } }", "onboarding.plans.p.steps: `steps` is missing"],
  [
    "onboarding: { plans: { p: { why: W., at: promotion, steps: {} } } }",
    "onboarding.plans.p.tiers: `tiers` is missing",
  ],
  ["onboarding: { plans: { p: { why: W., steps: { s: {} } } } }", "`due` is missing"],
  ["onboarding: { plans: { p: { why: W., steps: { s: { due: 5 days } } } } }", "such as `5 business days`"],
  ["onboarding: { plans: { p: { why: W., steps: { s: { due: 0 business days } } } } }", "such as `5 business days`"],
  [
    "onboarding: { plans: { p: { why: W., steps: { s: { due: 5 business days, after: t }, t: { due: 1 business day } } } } }",
    "unknown earlier step `t`",
  ],
  [
    "onboarding: { plans: { p: { why: W., steps: { s: { due: 5 business days, done-by: { fact: flown } } } } } }",
    "unknown kind of fact `flown`",
  ],
  [
    "courses: { a: {} }\nonboarding: { plans: { p: { why: W., steps: { s: { due: 5 business days, done-by: { fact: deal.won, course: a } } } } } }",
    "a step is done by one thing",
  ],
  ["onboarding: { holidays: 2026-02-30, plans: {} }", "expected a day such as 2024-02-27"],
  ["validations: { v: { why: W., checks: { c: { get: '//evil.example/x' } } } }", "expected a path such as `/health`"],
  ["validations: { v: { why: W., checks: { c: { get: 'https://evil.example' } } } }", "expected a path such as"],
  ["validations: { v: { why: W., checks: { c: { get: /, json: { status: ok } } } } }", "expected a JSON Pointer"],
  ["validations: { v: { why: W., checks: { c: { get: /, status: 99 } } } }", "expected a whole number from 100 to 599"],
  ["validations: { v: { why: W., checks: { c: {} } } }", "`get` is missing"],
  ["sandboxes: { benefit: none, lasts: 5 days }", "unknown benefit `none`"],
  ["benefits: { b: { dimension: financial, assigns: friend, why: W. } }", "benefits.b.assigns"],
])("%s is refused where it is wrong", (more, problem) => {
  expect(problemsOf(documentWith({ more }))).toContain(problem);
});

test("what people learn and how partners get ready is read as it stands", () => {
  const { courses, maturities, paths, validations, onboarding, sandboxes } = programOf(EVERY_SHAPE);
  expect(courses[2]).toMatchObject({
    name: "expert",
    version: 3,
    requires: ["sales", "talk"],
    modules: [
      { name: "basics", title: "Basics" },
      { name: "depth", title: "In depth" },
    ],
    certifies: { level: "expert", validMonths: 18, renewalDays: 60, recertifyDays: 90 },
  });
  expect(maturities.map(({ title, tiers }) => [title, tiers])).toEqual([
    ["Starting", ["registered"]],
    ["On its way", ["silver", "gold"]],
  ]);
  expect(paths[1]).toMatchObject({ role: "engineering", maturities: ["growing"], courses: ["expert"] });
  expect(validations[0]?.checks[0]).toMatchObject({
    kind: "probe",
    path: "/health",
    status: 204,
    json: new Map([
      ["/status", "ok"],
      ["/parts/0/name", "1"],
    ]),
  });
  expect(onboarding).toMatchObject({ holidays: ["2026-12-25", "2027-01-01"], firstValue: "deal.won" });
  expect(onboarding?.plans[0]?.steps.map(({ name, owner, dueDays, after }) => [name, owner, dueDays, after])).toEqual([
    ["orientation", "partner", 5, []],
    ["api", "partner", 20, ["orientation"]],
    ["check", "partner", 30, ["orientation", "api"]],
    ["contract", "vendor", 1, []],
  ]);
  expect(sandboxes).toEqual({ benefit: "vouchers", lastsDays: 30, extension: { days: 15, times: 2 } });
});
