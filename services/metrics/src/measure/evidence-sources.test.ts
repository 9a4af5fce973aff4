import { knownCalendarDate, rational } from "@tiergraph/program/exact";
import { aCount, aDistinct, aMeasure, anAdjustment, aSum, programWith, sourceOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { evidenceSources } from "./evidence-sources.js";

const wins = aCount("wins", { window: { kind: "quarter", fiscal: true, which: "current" } });
const refunded = sourceOf({ kinds: ["deal.refunded"] });
const program = programWith(
  aSum("revenue", {
    source: sourceOf({
      where: [{ attribute: "product", in: ["GTX Pro"] }],
      except: [{ attribute: "self-dealing", in: ["yes"] }],
    }),
    window: { kind: "rolling-days", days: 90 },
  }),
  wins,
  aCount("ever"),
  aMeasure("rate", {
    kind: "ratio",
    numerator: wins,
    denominator: aCount("all", { source: sourceOf({ kinds: ["deal.won", "deal.lost"] }) }),
  }),
  aSum("net", { netOf: { source: refunded, window: { kind: "rolling-days", days: 90 } } }),
  aMeasure("growth", { kind: "change", of: aDistinct("people", { of: "person" }), months: 12, as: "share" }),
  aMeasure("active", {
    kind: "active-periods",
    period: "month",
    fiscal: false,
    last: 2,
    of: aCount("deals"),
    atLeast: rational(1),
  }),
  aMeasure("review", { kind: "review", review: "partnership", window: { kind: "lifetime" } }),
);
const sources = (measure: string, adjustments: Parameters<typeof evidenceSources>[2] = []) =>
  evidenceSources(program, { measure, asOf: knownCalendarDate("2017-06-30") }, adjustments);

test("the evidence of a measure is the facts of its kind, conditions and window, that carry what it adds up", () => {
  expect(sources("revenue")).toEqual([
    {
      kinds: ["deal.won"],
      where: [{ attribute: "product", in: ["GTX Pro"] }],
      except: [{ attribute: "self-dealing", in: ["yes"] }],
      ranges: [{ from: "2017-04-02", to: "2017-07-01" }],
      from: "2017-04-02",
      to: "2017-07-01",
      asOf: "2017-06-30",
      onlyActive: false,
      late: "post",
      carrying: { field: "amount" },
    },
  ]);
});

test("a fiscal quarter counts from the month in which the program's year starts", () => {
  expect(sources("wins")).toMatchObject([{ from: "2017-05-01", to: "2017-07-01", carrying: null }]);
});

test("a measure of a lifetime has evidence from the beginning of time", () => {
  expect(sources("ever")).toMatchObject([{ from: null, to: "2017-07-01" }]);
});

test("the evidence of a ratio is that of both its sides, each in its own window", () => {
  expect(sources("rate")).toMatchObject([
    { kinds: ["deal.won"], from: "2017-05-01" },
    { kinds: ["deal.lost", "deal.won"], from: null },
  ]);
});

test("what is taken off is evidence, over its own days", () => {
  expect(sources("net")).toMatchObject([
    { kinds: ["deal.won"], from: null },
    { kinds: ["deal.refunded"], from: "2017-04-02" },
  ]);
});

test("a change has the evidence of both its days, and active periods that of each", () => {
  expect(sources("growth")).toMatchObject([
    { asOf: "2017-06-30", to: "2017-07-01", carrying: { field: "person" } },
    { asOf: "2016-06-30", to: "2016-07-01" },
  ]);
  expect(sources("active")).toMatchObject([
    { from: "2017-05-01", to: "2017-06-01" },
    { from: "2017-04-01", to: "2017-05-01" },
  ]);
});

test("excused days have no evidence", () => {
  const excused = anAdjustment({
    measure: "wins",
    kind: "excused",
    factor: null,
    from: "2017-06-01",
    to: "2017-06-11",
  });
  expect(sources("wins", [excused])).toMatchObject([
    { from: "2017-05-01", to: "2017-06-01" },
    { from: "2017-06-11", to: "2017-07-01" },
  ]);
});

test("a measure that the program lacks has no evidence, nor has a review", () => {
  expect(sources("margin")).toEqual([]);
  expect(sources("review")).toEqual([]);
});
