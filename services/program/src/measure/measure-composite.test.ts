import { expect, test } from "vitest";
import { rational } from "../exact/index.js";
import {
  ASOF,
  aCount,
  aDistinct,
  aFact,
  aMeasure,
  amountOf,
  aStatistic,
  aSum,
  certificates,
  DAYS_90,
  factsCountedBy,
  measured,
  programWith,
  sourceOf,
} from "../fixtures/index.js";
import { measureFacts } from "./measure-facts.js";

test("a ratio shows what it divides, over the days of both of its sides", () => {
  const facts = [aFact(), aFact(), aFact({ kind: "deal.lost" }), aFact({ on: "2017-02-01" })];
  const rate = aMeasure("rate", {
    kind: "ratio",
    numerator: aCount("won", { window: DAYS_90 }),
    denominator: aCount("all", { source: sourceOf({ kinds: ["deal.won", "deal.lost"] }) }),
  });
  expect(measured(rate, facts)).toMatchObject({
    value: rational(2, 4),
    numerator: rational(2),
    denominator: rational(4),
    from: null,
    to: "2017-07-01",
  });
  expect(measured(rate, [])).toMatchObject({ value: null, numerator: rational(0), denominator: rational(0) });
});

test("a total adds its parts up, each times its factor; one without a value adds nothing", () => {
  const total = aMeasure("total", {
    kind: "total",
    terms: [
      { measure: aCount("won"), times: rational(3) },
      { measure: aCount("lost", { source: sourceOf({ kinds: ["deal.lost"] }) }), times: rational(-1, 2) },
      { measure: aStatistic("none", { field: "quantity" }), times: rational(100) },
    ],
  });
  expect(amountOf(total, [aFact(), aFact(), aFact({ kind: "deal.lost" })])).toBe("5.5");
});

test("the largest and smallest leave out what has no value", () => {
  const of = [aCount("deals"), aSum("revenue"), aStatistic("none", { field: "quantity" })];
  expect(amountOf(aMeasure("most", { kind: "largest", of }), [aFact()])).toBe("100");
  expect(amountOf(aMeasure("least", { kind: "smallest", of }), [aFact()])).toBe("1");
  expect(amountOf(aMeasure("none", { kind: "largest", of: of.slice(2) }), [aFact()])).toBeNull();
});

test("a change is what there is now less what there was then, each over its own days", () => {
  const facts = [aFact({ on: "2016-06-30" }), aFact({ on: "2016-07-01" }), aFact(), aFact()];
  const change = (as: "amount" | "share", from = facts) => {
    const of = aSum("revenue", { window: { kind: "rolling-months", months: 12 } });
    return measured(aMeasure("growth", { kind: "change", of, months: 12, as }), from);
  };
  expect(change("amount")).toMatchObject({ value: rational(200), from: "2015-07-01", to: "2017-07-01" });
  expect(change("share").value).toEqual(rational(2));
  expect(change("share", facts.slice(1)).value).toBeNull();
  expect(change("share", [aFact({ on: "2016-06-30", amountMinor: -1n })]).value).toBeNull();
});

test("what held then counts then, in a change of what holds", () => {
  const facts = [
    aFact({ kind: "certification", person: "ada", on: "2016-01-01", until: "2017-01-01" }),
    aFact({ kind: "certification", person: "grace", on: "2016-01-01" }),
  ];
  const of = aDistinct("people", { of: "person", source: certificates });
  const change = aMeasure("growth", { kind: "change", of, months: 12, as: "share" });
  expect(amountOf(change, facts)).toBe("-0.5");
  expect(factsCountedBy(change, facts)).toEqual(facts);
});

test("active periods are the whole ones before this in which the bound was reached", () => {
  const facts = ["2017-06-30", "2017-03-31", "2017-01-01", "2016-12-31", "2016-07-01", "2016-06-30"].map((on) =>
    aFact({ on }),
  );
  const active = (given: { fiscal?: boolean; atLeast?: number }) =>
    aMeasure("active", {
      kind: "active-periods",
      period: "quarter",
      last: 4,
      of: aCount("deals"),
      fiscal: given.fiscal ?? false,
      atLeast: rational(given.atLeast ?? 1),
    });
  expect(measured(active({}), facts)).toMatchObject({ value: rational(4), from: "2016-04-01", to: "2017-04-01" });
  expect(amountOf(active({ atLeast: 2 }), facts)).toBe("1");
  expect(measured(active({ fiscal: true }), facts)).toMatchObject({ value: rational(3), from: "2016-05-01" });
  expect(factsCountedBy(active({}), facts)).toHaveLength(5);
});

test("a percentile needs others, and a review is not computed from facts, nor is what is made of one", () => {
  const review = aMeasure("review", { kind: "review", review: "partnership", window: { kind: "lifetime" } });
  const percentile = aMeasure("rank", { kind: "percentile", of: aSum("revenue"), among: [], counts: "not-above" });
  const made = aMeasure("best", { kind: "largest", of: [aSum("revenue"), review] });
  const values = measureFacts(programWith(review, percentile, made), [aFact()], ASOF);
  expect(values.map(({ measure, value }) => [measure, value])).toEqual([["rank", null]]);
  expect(factsCountedBy(percentile, [aFact()])).toHaveLength(1);
  expect(factsCountedBy(review, [aFact()])).toEqual([]);
});
