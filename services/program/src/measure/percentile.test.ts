import { expect, test } from "vitest";
import { knownCalendarDate as day } from "../exact/calendar-date.js";
import { rational } from "../exact/rational.js";
import type { RankedMeasure } from "./fact-totals.js";
import { measureFromSums } from "./measure-facts.js";
import { percentileOf } from "./percentile.js";
import { aMeasure, anAdjustment, aSum, programWith } from "./sample-measures.js";
import { totalsOfFacts } from "./totals-of-facts.js";

test("equals stand together, and whoever has no value is in no cohort", () => {
  const values = new Map([
    ["a", rational(10)],
    ["b", rational(20)],
    ["c", rational(20)],
    ["d", rational(50)],
    ["e", null],
  ]);
  expect([...percentileOf(values)]).toEqual([
    ["a", rational(1, 4)],
    ["b", rational(3, 4)],
    ["c", rational(3, 4)],
    ["d", rational(1)],
    ["e", null],
  ]);
});

test("whoever is alone is at the top", () => {
  expect([...percentileOf(new Map([["a", rational(-1)]])).values()]).toEqual([rational(1)]);
});

test("a rank is asked for over the days of the measure, without adjustments; there is none in an empty cohort", () => {
  const of = aSum("revenue", { by: "region", window: { kind: "year", fiscal: false, which: "current" } });
  const asked: RankedMeasure[] = [];
  const valueIn = (rank: { notAbove: bigint; all: bigint } | null) =>
    measureFromSums(
      programWith(aMeasure("rank", { kind: "percentile", of, among: "region" })),
      day("2017-06-30"),
      {
        ...totalsOfFacts([]),
        rankOf: (ranked) => {
          asked.push(ranked);
          return rank;
        },
      },
      [anAdjustment()],
    )[0]?.value;
  expect(valueIn({ notAbove: 3n, all: 4n })).toEqual(rational(3, 4));
  expect(valueIn({ notAbove: 0n, all: 0n })).toBeNull();
  expect(valueIn(null)).toBeNull();
  expect(asked[0]).toMatchObject({
    among: "region",
    plus: { range: { from: "2017-01-01", to: "2017-07-01" } },
    minus: null,
  });
});

test("what is capped does not add up over days, and has no rank", () => {
  const of = aSum("revenue", { capPerCustomer: { kind: "amount", most: rational(1) } });
  const totals = { ...totalsOfFacts([]), rankOf: () => ({ notAbove: 1n, all: 1n }) };
  const program = programWith(aMeasure("rank", { kind: "percentile", of, among: "everyone" }));
  expect(measureFromSums(program, day("2017-06-30"), totals)[0]?.value).toBeNull();
});
