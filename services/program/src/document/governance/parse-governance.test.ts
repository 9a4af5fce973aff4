import { expect, test } from "vitest";
import { rational } from "../../exact/index.js";
import { documentWith, problemsOf, programOf } from "../../fixtures/index.js";
import { printProgram } from "../program/index.js";
import { type Governance, NO_SAFEGUARDS } from "./governance.js";

test("without a governance section there is none, and an empty one is no safeguard", () => {
  expect(programOf(documentWith()).governance).toBeNull();
  expect(governanceOf("{}")).toEqual(NO_SAFEGUARDS);
});

test("a cadence is for both ways, where neither says otherwise", () => {
  expect(governanceOf("{ cadence: monthly }")).toMatchObject({ up: { kind: "monthly" }, down: { kind: "monthly" } });
  expect(governanceOf("{ cadence: fiscal quarterly, up: on-change }")).toMatchObject({
    up: { kind: "on-change" },
    down: { kind: "quarterly", fiscal: true },
  });
  expect(governanceOf("{ down: { annual: 02-29 }, up: anniversary }")).toMatchObject({
    up: { kind: "anniversary" },
    down: { kind: "annual", on: [{ month: 2, day: 29 }] },
  });
});

test("every safeguard is read", () => {
  expect(
    governanceOf(`{ keeps-at: 85%, grace: 90 days, minimum-tenure: 6 months, wait-after-demotion: 35 days,
    steps-per-review: 1, period: year, ratchet-until: 03-01, takes-effect: { days: 30 }, notice: 1 month,
    freeze: [{ from: 12-15, to: 01-05, why: Nobody is at work. }] }`),
  ).toEqual({
    up: { kind: "on-change" },
    down: { kind: "on-change" },
    keepsAt: rational(17, 20),
    grace: { count: 90, unit: "day" },
    minimumTenure: { count: 6, unit: "month" },
    waitAfterDemotion: { count: 35, unit: "day" },
    stepsPerReview: { up: 1, down: 1 },
    period: "year",
    ratchetUntil: { month: 3, day: 1 },
    freezes: [{ from: { month: 12, day: 15 }, to: { month: 1, day: 5 }, limit: null, why: "Nobody is at work." }],
    takesEffect: { kind: "after", days: 30 },
    notice: { count: 1, unit: "month" },
  });
});

test.each([
  "{}",
  "{ cadence: quarterly, takes-effect: next-month, steps-per-review: { down: 2 } }",
  "{ up: { annual: 12-31 }, takes-effect: { months: 2 }, steps-per-review: 3, keeps-at: 0.125 }",
])("the governance %s is printed and read as the same", (governance) => {
  const program = programOf(documentWith({ more: `governance: ${governance}` }));
  expect(programOf(printProgram(program))).toEqual(program);
});

test.each([
  ["{ cadence: weekly }", "unknown cadence `weekly`; expected one of `on-change`"],
  ["{ cadence: { annual: 02-30 } }", "a day of the year as month and day, such as 03-01, found `02-30`"],
  ["{ cadence: { annual: 3-1 } }", "found `3-1`"],
  ["{ cadence: { annual: [03-01, 03-01] } }", "stands here a second time"],
  ["{ freeze: [{ from: 2026-12-15, to: 01-05, why: W. }] }", "expected a year, as `from` has one"],
  ["{ freeze: [{ from: 2026-12-15, to: 2026-01-05, why: W. }] }", "2026-01-05 is before 2026-12-15"],
  ["{ cadence: { monthly: 01-01 } }", "unknown key `monthly`"],
  ["{ keeps-at: 0% }", "expected a share above zero"],
  ["{ keeps-at: 120% }", "at most 100%"],
  ["{ grace: 3 weeks }", "such as `90 days` or `12 months`"],
  ["{ steps-per-review: 0 }", "a whole number from 1 to 100"],
  ["{ steps-per-review: { up: 101 } }", "a whole number from 1 to 100"],
  ["{ period: fortnight }", "unknown word `fortnight`"],
  ["{ ratchet-until: 13-01 }", "found `13-01`"],
  ["{ freeze: { from: 12-15, to: 01-05 } }", "expected days without tier changes"],
  ["{ freeze: [{ from: 12-15, to: 01-05 }] }", "`why` is missing"],
  ["{ freeze: [{ from: 12-15, why: W. }] }", "`to` is missing"],
  ["{ takes-effect: tomorrow }", "unknown moment `tomorrow`"],
  ["{ takes-effect: { months: 1, days: 1 } }", "unknown key `months`"],
  ["{ notise: 30 days }", "did you mean `notice`?"],
])("the governance %s is refused", (governance, message) => {
  expect(problemsOf(documentWith({ more: `governance: ${governance}` }))).toContain(message);
});

function governanceOf(governance: string): Governance | null {
  return programOf(documentWith({ more: `governance: ${governance}` })).governance;
}
