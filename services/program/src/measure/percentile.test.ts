import { expect, test } from "vitest";
import type { PercentileBasis } from "../document/measures/index.js";
import { compare, knownCalendarDate as day, rational } from "../exact/index.js";
import { aMeasure, anAdjustment, aSum, programWith } from "../fixtures/index.js";
import type { Rank, RankedMeasure } from "./fact-totals.js";
import { measureFromSums } from "./measure-facts.js";
import { ranksOf, shareOfRank } from "./percentile.js";
import { totalsOfFacts } from "./totals-of-facts.js";

const sharesOf = (counts: PercentileBasis, values: readonly (number | null)[]) => {
  const ranks = ranksOf(new Map(values.map((value, i) => [i, value === null ? null : rational(value)])));
  return [...ranks.values()].map((rank) => shareOfRank({ counts }, rank));
};

test("equals stand together, and a partner that has no value is in no cohort", () => {
  expect(sharesOf("not-above", [10, 20, 20, 50, null])).toEqual([
    rational(1, 4),
    rational(3, 4),
    rational(3, 4),
    rational(1),
    null,
  ]);
});

test("a partner that is alone is at the top", () => {
  for (const counts of ["not-above", "at-or-above", "from-the-top"] as const)
    expect(sharesOf(counts, [-1])).toEqual([rational(1)]);
});

test("the top 3% of 180 are five; of two at the fifth place none is among them, or both where ties are in", () => {
  const within = (counts: PercentileBasis, values: readonly number[]) =>
    sharesOf(counts, values).filter((share) => share !== null && compare(share, rational(3, 100)) <= 0).length;
  const different = Array.from({ length: 180 }, (_, i) => i);
  const tied = different.map((value) => (value === 175 ? 174 + 1 : value === 174 ? 175 : value));
  expect([within("at-or-above", different), within("from-the-top", different)]).toEqual([5, 5]);
  expect([within("at-or-above", tied), within("from-the-top", tied)]).toEqual([4, 6]);
});

test("a rank is asked for over the days of the measure, without adjustments; there is none in an empty cohort", () => {
  const of = aSum("revenue", { window: { kind: "year", fiscal: false, which: "current" } });
  const asked: RankedMeasure[] = [];
  const valueIn = (rank: Rank | null) =>
    measureFromSums(
      programWith(aMeasure("rank", { kind: "percentile", of, among: ["region"], counts: "not-above" })),
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
  expect(valueIn({ above: 1n, equal: 1n, all: 4n })).toEqual(rational(3, 4));
  expect(valueIn({ above: 0n, equal: 0n, all: 0n })).toBeNull();
  expect(valueIn(null)).toBeNull();
  expect(asked[0]).toMatchObject({
    percentile: { among: ["region"] },
    asOf: "2017-06-30",
    sums: { plus: { range: { from: "2017-01-01", to: "2017-07-01" } }, minus: null },
  });
});

test("what is capped or split is ranked, too, though no sum is enough for it", () => {
  const capped = aSum("capped", { capPerCustomer: { kind: "amount", most: rational(1) } });
  const asked: RankedMeasure[] = [];
  const totals = {
    ...totalsOfFacts([]),
    rankOf: (ranked: RankedMeasure): Rank => {
      asked.push(ranked);
      return { above: 0n, equal: 1n, all: 1n };
    },
  };
  for (const of of [capped, aSum("told-apart", { by: "region" })]) {
    const program = programWith(aMeasure("rank", { kind: "percentile", of, among: [], counts: "not-above" }));
    expect(measureFromSums(program, day("2017-06-30"), totals)[0]?.value).toEqual(rational(1));
  }
  expect(asked.map(({ sums }) => sums)).toEqual([null, null]);
});
