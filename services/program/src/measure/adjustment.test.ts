import { expect, test } from "vitest";
import type { Measure } from "../document/measures/index.js";
import type { Window } from "../document/periods/index.js";
import { knownCalendarDate as day, rational, toExactString } from "../exact/index.js";
import { aCount, aDistinct, aFact, aMeasure, anAdjustment, aSum, programWith, sourceOf } from "../fixtures/index.js";
import type { Adjustment } from "./adjustment.js";
import { countedFacts, measureFacts } from "./measure-facts.js";
import type { MeasureValue } from "./measure-value.js";

const ASOF = day("2017-06-30");
const YEAR: Window = { kind: "year", fiscal: false, which: "current" };
const DAYS_90: Window = { kind: "rolling-days", days: 90 };
const revenue = aSum("revenue", { window: YEAR });
const facts = ["2017-01-31", "2017-02-01", "2017-03-01"].map((on) => aFact({ on }));
const excused = (given: Parameters<typeof anAdjustment>[0] = {}) =>
  anAdjustment({ kind: "excused", factor: null, ...given });

test("a factor multiplies what its days add, from its first day to before its last", () => {
  expect(measured(revenue, [anAdjustment()])).toMatchObject({
    value: rational(400),
    from: "2017-01-01",
    adjustments: [
      {
        id: "adjustment",
        kind: "factor",
        from: "2017-01-01",
        to: "2017-02-01",
        factor: "2",
        why: "Why.",
        unadjusted: "300",
      },
    ],
  });
  expect(amountOf(revenue, [anAdjustment({ factor: rational(1, 3) })])).toBe("700/3");
});

test("factors that overlap multiply, each where it holds", () => {
  const february = anAdjustment({ id: "february", from: "2017-01-31", to: "2017-03-01", factor: rational(3) });
  expect(amountOf(revenue, [anAdjustment(), february])).toBe("1000");
});

test("an adjustment of days that do not count touches nothing", () => {
  expect(measured(revenue, [anAdjustment({ from: "2016-12-01", to: "2017-01-01" })])).toMatchObject({
    value: rational(300),
    adjustments: [],
  });
  expect(measured(revenue, [anAdjustment({ measure: "other" })]).adjustments).toEqual([]);
});

test("refunds of a period are multiplied like what they are taken off", () => {
  const net = { ...revenue, netOf: { source: sourceOf({ kinds: ["deal.refunded"] }), window: null } };
  const refund = aFact({ on: "2017-01-15", kind: "deal.refunded", amountMinor: 1_000n });
  expect(amountOf(net, [anAdjustment()], [...facts, refund])).toBe("380");
});

test("what does not add up over days is not multiplied", () => {
  const customers = aDistinct("revenue", { window: YEAR });
  expect(measured(customers, [anAdjustment()])).toMatchObject({ value: rational(0), adjustments: [] });
  expect(measured({ ...revenue, by: "region" }, [anAdjustment()])).toMatchObject({
    value: rational(300),
    adjustments: [],
  });
});

test("excused days do not count, and a calendar window leaves them out", () => {
  expect(measured(revenue, [excused()])).toMatchObject({
    value: rational(200),
    from: "2017-01-01",
    to: "2017-07-01",
    adjustments: [{ kind: "excused", factor: null, unadjusted: "300" }],
  });
  const customers = aDistinct("revenue", { window: YEAR });
  const named = facts.map((fact, i) => ({ ...fact, customer: `${i}` }));
  expect(amountOf(customers, [excused({ from: "2017-01-31", to: "2017-02-02" })], named)).toBe("1");
});

test("a rolling window reaches back by as many days as it holds excused ones, and again over what it then reaches", () => {
  const rolling = aCount("revenue", { window: DAYS_90 });
  expect(measured(rolling, []).from).toBe("2017-04-02");
  expect(measured(rolling, [excused({ from: "2017-06-01", to: "2017-06-11" })]).from).toBe("2017-03-23");
  const both = [
    excused({ from: "2017-06-01", to: "2017-06-11" }),
    excused({ id: "second", from: "2017-03-25", to: "2017-03-30" }),
  ];
  expect(measured(rolling, both).from).toBe("2017-03-18");
  expect(measured(rolling, both).adjustments.map(({ id }) => id)).toEqual(["adjustment", "second"]);
});

test("a day that two periods excuse is one day", () => {
  const rolling = aCount("revenue", { window: DAYS_90 });
  const twice = [
    excused({ from: "2017-06-01", to: "2017-06-11" }),
    excused({ id: "again", from: "2017-06-06", to: "2017-06-13" }),
  ];
  expect(measured(rolling, twice).from).toBe("2017-03-21");
});

test("a window that is excused as a whole reaches back over just as many days that count", () => {
  const rolling = aCount("revenue", { window: DAYS_90 });
  expect(measured(rolling, [excused({ from: "2017-01-01", to: "2017-08-01" })])).toMatchObject({
    from: "2016-10-03",
    value: rational(0),
  });
});

test("the first day that a source names itself is not reached back over", () => {
  const since = aCount("revenue", { window: DAYS_90, source: sourceOf({ since: "2017-04-01" }) });
  expect(measured(since, [excused({ from: "2017-06-01", to: "2017-06-11" })]).from).toBe("2017-04-01");
});

test("an adjustment follows the name of its measure into ratios and totals", () => {
  const half = aMeasure("half", { kind: "ratio", numerator: revenue, denominator: aSum("all") });
  const double = aMeasure("double", { kind: "total", terms: [{ measure: revenue, times: rational(2) }] });
  expect(amountOf(half, [anAdjustment()])).toBe("4/3");
  expect(measured(double, [anAdjustment()])).toMatchObject({
    value: rational(800),
    adjustments: [{ unadjusted: "600" }],
  });
});

test("excused days of a composite hold for all that it is made of; a factor of a composite touches nothing", () => {
  const share = aMeasure("share", { kind: "ratio", numerator: revenue, denominator: aCount("deals") });
  expect(measured(share, [excused({ measure: "share" })])).toMatchObject({
    numerator: rational(200),
    denominator: rational(2),
    adjustments: [{ id: "adjustment" }],
  });
  expect(measured(share, [anAdjustment({ measure: "share" })]).adjustments).toEqual([]);
});

test("facts of excused days are no evidence", () => {
  const program = programWith(revenue);
  expect(countedFacts(program, revenue, facts, ASOF, [excused()])).toEqual(facts.slice(1));
});

function measured(measure: Measure, adjustments: readonly Adjustment[], given = facts): MeasureValue {
  const [value] = measureFacts(programWith(measure), given, ASOF, adjustments);
  if (value === undefined) throw new Error(`No measure ${measure.name}`);
  return value;
}

function amountOf(measure: Measure, adjustments: readonly Adjustment[], given = facts): string | null {
  const { value } = measured(measure, adjustments, given);
  return value === null ? null : toExactString(value);
}
