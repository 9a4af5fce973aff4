import { expect, test } from "vitest";
import { knownCalendarDate as day } from "../exact/index.js";
import { fourTiersUnder, placeBy, placeOver } from "../fixtures/index.js";
import type { DecisionRecord } from "./decision.js";
import { explainDecision } from "./explain-decision.js";

type Days = readonly (readonly [on: string, points: number])[];
const over = (governance: string, days: Days, given: Parameters<typeof placeOver>[2] = {}) =>
  placeOver(
    fourTiersUnder(governance),
    days.map(([on, points]) => [on, { points: String(points) }]),
    given,
  );
const tiers = (records: readonly DecisionRecord[]) => records.map(({ tier }) => tier);
const rules = (record: DecisionRecord | undefined) => record?.safeguards.map(({ rule, until }) => `${rule} ${until}`);

test("what misses the keeping bar is kept to the last day of grace, and lost on the day after", () => {
  const records = over("{ grace: 30 days }", [
    ["2023-01-01", 10],
    ["2023-03-01", 9],
    ["2023-03-30", 9],
    ["2023-03-31", 9],
  ]);
  expect(tiers(records)).toEqual(["gold", "gold", "gold", "registered"]);
  expect(rules(records[2])).toEqual(["GRACE 2023-03-31"]);
});

test("grace starts anew whenever the bar was kept in between", () => {
  const records = over("{ grace: 30 days }", [
    ["2023-01-01", 10],
    ["2023-03-01", 9],
    ["2023-03-20", 10],
    ["2023-03-31", 9],
  ]);
  expect(tiers(records).at(-1)).toBe("gold");
  expect(records.at(-1)?.after.missedSince).toBe("2023-03-31");
});

test("85% of what reaching asks keeps a tier, and does not reach it", () => {
  const governance = "{ keeps-at: 85% }";
  expect(
    tiers(
      over(governance, [
        ["2023-01-01", 20],
        ["2023-01-02", 17],
        ["2023-01-03", 16],
      ]),
    ),
  ).toEqual(["platinum", "platinum", "gold"]);
  expect(tiers(over(governance, [["2023-01-01", 17]]))).toEqual(["gold"]);
});

test("a tier that was reached is held for the minimum tenure, however it goes", () => {
  const records = over("{ minimum-tenure: 6 months }", [
    ["2023-08-31", 10],
    ["2024-02-28", 0],
    ["2024-02-29", 0],
  ]);
  expect(tiers(records)).toEqual(["gold", "gold", "registered"]);
  expect(rules(records[1])).toEqual(["MINIMUM_TENURE 2024-02-29"]);
});

test("after a demotion no promotion follows before the wait is over", () => {
  const records = over("{ wait-after-demotion: 35 days, period: month }", [
    ["2023-01-01", 20],
    ["2023-01-31", 10],
    ["2023-03-06", 20],
    ["2023-03-07", 20],
  ]);
  expect(tiers(records)).toEqual(["platinum", "gold", "gold", "platinum"]);
  expect(rules(records[2])).toEqual(["WAIT_AFTER_DEMOTION 2023-03-07"]);
});

test("a partner that was demoted in a quarter is promoted again in the next one at the earliest", () => {
  const records = over("{}", [
    ["2023-01-01", 20],
    ["2023-01-02", 10],
    ["2023-03-31", 20],
    ["2023-04-01", 20],
  ]);
  expect(tiers(records)).toEqual(["platinum", "gold", "gold", "platinum"]);
  expect(rules(records[2])).toEqual(["DEMOTED_THIS_PERIOD 2023-04-01"]);
});

test("a review moves a partner one step, and the next review the next", () => {
  const records = over("{ cadence: monthly, steps-per-review: 1 }", [
    ["2023-01-01", 0],
    ["2023-02-01", 30],
    ["2023-02-02", 30],
    ["2023-03-01", 30],
  ]);
  expect(tiers(records)).toEqual(["registered", "gold", "gold", "platinum"]);
  expect(rules(records[1])).toEqual(["STEPS 2023-03-01"]);
});

test("where every day is a review, steps are counted through the period", () => {
  const records = over("{ steps-per-review: { up: 2, down: 1 } }", [
    ["2023-01-01", 0],
    ["2023-01-02", 10],
    ["2023-01-03", 30],
    ["2023-03-31", 30],
    ["2023-04-01", 30],
  ]);
  expect(tiers(records)).toEqual(["registered", "gold", "platinum", "platinum", "diamond"]);
  expect(rules(records[3])).toEqual(["STEPS 2023-04-01"]);
  const down = over("{ steps-per-review: { down: 1 } }", [
    ["2023-01-01", 30],
    ["2023-01-02", 0],
    ["2023-03-31", 0],
    ["2023-04-01", 0],
  ]);
  expect(tiers(down)).toEqual(["diamond", "platinum", "platinum", "gold"]);
});

test("a ratchet keeps what was reached until its day, 29 February among them", () => {
  const march = over("{ ratchet-until: 03-01 }", [
    ["2022-03-01", 20],
    ["2023-02-28", 0],
    ["2023-03-01", 0],
  ]);
  expect(tiers(march)).toEqual(["platinum", "platinum", "registered"]);
  expect(rules(march[1])).toEqual(["RATCHET 2023-03-01"]);
  const leap = over("{ ratchet-until: 02-29 }", [
    ["2022-06-01", 20],
    ["2023-02-27", 0],
    ["2023-02-28", 0],
  ]);
  expect(tiers(leap)).toEqual(["platinum", "platinum", "registered"]);
  const leapYear = over("{ ratchet-until: 02-29 }", [
    ["2023-06-01", 20],
    ["2024-02-28", 0],
    ["2024-02-29", 0],
  ]);
  expect(tiers(leapYear)).toEqual(["platinum", "platinum", "registered"]);
});

const FREEZE = "freeze: [{ from: 12-15, to: 01-05, why: W. }]";

test("nothing moves in a freeze over the end of the year, neither up nor down", () => {
  const up = over(`{ ${FREEZE} }`, [
    ["2023-12-14", 0],
    ["2023-12-15", 30],
    ["2024-01-05", 30],
    ["2024-01-06", 30],
  ]);
  expect(tiers(up)).toEqual(["registered", "registered", "registered", "diamond"]);
  const down = over(`{ ${FREEZE} }`, [
    ["2023-12-14", 30],
    ["2023-12-31", 0],
    ["2024-01-06", 0],
  ]);
  expect(tiers(down)).toEqual(["diamond", "diamond", "registered"]);
  expect(rules(down[1])).toEqual(["FREEZE 2024-01-06"]);
});

test("a review that fell into a freeze is made up for on the day after it", () => {
  const records = over(`{ cadence: quarterly, ${FREEZE} }`, [
    ["2023-11-01", 0],
    ["2024-01-01", 30],
    ["2024-01-06", 30],
    ["2024-01-07", 0],
  ]);
  expect(tiers(records)).toEqual(["registered", "registered", "diamond", "diamond"]);
  expect(rules(records[3])).toEqual(["NOT_DUE 2024-04-01"]);
});

test("a review that nobody ran in its night is made up for, once", () => {
  const records = over("{ cadence: quarterly }", [
    ["2023-02-10", 0],
    ["2023-04-04", 10],
    ["2023-04-05", 20],
    ["2023-07-01", 20],
  ]);
  expect(tiers(records)).toEqual(["registered", "gold", "gold", "platinum"]);
});

test("each partner is reviewed on the day on which it joined, on 28 February where there is no 29th", () => {
  const partner = { tracks: [], joinedOn: day("2020-02-29") };
  const days: Days = [
    ["2022-05-01", 0],
    ["2023-02-27", 30],
    ["2023-02-28", 30],
  ];
  expect(tiers(over("{ cadence: anniversary }", days, { partner }))).toEqual(["registered", "registered", "diamond"]);
});

test("fiscal quarters are those of the program's own year, and a year's review is on its day", () => {
  const fiscal = fourTiersUnder("{ cadence: fiscal quarterly }", "fiscal-year-starts-in: 2");
  const points = { points: "30" };
  const start = placeBy(fiscal, "2023-01-10", { points: "0" });
  expect(placeBy(fiscal, "2023-01-31", points, { before: start.after }).tier).toBe("registered");
  expect(placeBy(fiscal, "2023-02-01", points, { before: start.after }).tier).toBe("diamond");
  const annual = over("{ up: on-change, down: { annual: 03-01 } }", [
    ["2023-03-02", 30],
    ["2024-02-29", 0],
    ["2024-03-01", 0],
  ]);
  expect(tiers(annual)).toEqual(["diamond", "diamond", "registered"]);
});

test("a decision may take effect on the first day of a later month, or so many days later, and the tenure counts from then", () => {
  const [, next] = over("{ takes-effect: next-month }", [
    ["2023-01-01", 0],
    ["2023-01-20", 10],
  ]);
  expect(next).toMatchObject({ tier: "gold", effectiveOn: "2023-02-01", after: { since: "2023-02-01" } });
  const [, later] = over("{ takes-effect: { days: 30 } }", [
    ["2023-01-01", 0],
    ["2023-01-20", 10],
  ]);
  expect(later?.effectiveOn).toBe("2023-02-19");
  const kept = over("{ takes-effect: next-month, minimum-tenure: 30 days }", [
    ["2023-01-01", 0],
    ["2023-01-20", 10],
    ["2023-03-02", 0],
    ["2023-03-03", 0],
  ]);
  expect(tiers(kept)).toEqual(["registered", "gold", "gold", "registered"]);
});

test.each([
  ["{}", "2023-01-02"],
  ["{ grace: 30 days }", "2023-02-01"],
  ["{ minimum-tenure: 6 months }", "2023-07-01"],
  ["{ ratchet-until: 03-01 }", "2023-03-01"],
  ["{ down: quarterly }", "2023-04-01"],
  ["{ down: quarterly, grace: 90 days }", "2023-07-01"],
  ["{ freeze: [{ from: 01-01, to: 01-10, why: W. }] }", "2023-01-11"],
])(
  "under %s, a partner that reaches Gold on 1 January is safe until %s, and can be gone on that day",
  (governance, until) => {
    const program = fourTiersUnder(governance);
    const gold = placeBy(program, "2023-01-01", { points: "10" });
    expect(explainDecision(program, gold).safeUntil).toBe(until);
    // From the next day on the bar is missed, and every day is looked at.
    let before = gold.after;
    for (let month = 1, date = 2; ; date++) {
      const last = new Date(Date.UTC(2023, month, 0)).getUTCDate();
      if (date > last) [month, date] = [month + 1, 1];
      const on = `2023-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
      const next = placeBy(program, on, { points: "0" }, { before });
      expect(next.tier).toBe(on < until ? "gold" : "registered");
      if (on >= until) break;
      before = next.after;
    }
  },
);

test("nobody can lose the lowest tier", () => {
  const program = fourTiersUnder("{}");
  expect(explainDecision(program, placeBy(program, "2023-01-01", { points: "0" })).safeUntil).toBeNull();
});
