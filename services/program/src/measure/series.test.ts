import { expect, test } from "vitest";
import type { Measure } from "../document/measures/index.js";
import { rational } from "../exact/index.js";
import { aCount, aDistinct, aFact, aMeasure, aStatistic, aSum, programWith, sourceOf } from "../fixtures/index.js";
import { matchesSource, seriesOf, seriesOfKey } from "./series.js";

const revenue = aSum("revenue");
const won = sourceOf();
const closed = sourceOf({ kinds: ["deal.won", "deal.lost"] });
const keysOf = (...measures: readonly Measure[]) => seriesOf(programWith(...measures)).map(({ key }) => key);

test("measures that differ only in their days or in the order of their words share one series", () => {
  const [product, region] = ["GTX Pro", "MG Special"];
  const keys = keysOf(
    revenue,
    aSum("quarter", {
      window: { kind: "quarter", fiscal: false, which: "current" },
      source: sourceOf({ since: "2017-01-01", before: "2018-01-01" }),
    }),
    aCount("closed", {
      source: {
        ...closed,
        where: [
          { attribute: "product", in: [product, region] },
          { attribute: "region", in: ["West"] },
        ],
      },
    }),
    aCount("same", {
      source: sourceOf({
        kinds: ["deal.lost", "deal.won"],
        where: [
          { attribute: "region", in: ["West"] },
          { attribute: "product", in: [region, product] },
        ],
      }),
    }),
  );
  expect(keys).toEqual([
    '["amount",["deal.won"],[]]',
    '["count",["deal.lost","deal.won"],[["product",["GTX Pro","MG Special"]],["region",["West"]]]]',
  ]);
});

test("what is kept out is part of the key, and only where something is", () => {
  const source = sourceOf({ except: [{ attribute: "self-dealing", in: ["yes"] }] });
  const [key = "", ...others] = keysOf(aSum("clean", { source }), revenue);
  expect([key, ...others]).toEqual([
    '["amount",["deal.won"],[],[["self-dealing",["yes"]]]]',
    '["amount",["deal.won"],[]]',
  ]);
  expect(seriesOfKey(key)).toEqual({ key, add: "amount", source });
  expect(seriesOfKey('["amount",["deal.won"],[]]')).toEqual({
    key: '["amount",["deal.won"],[]]',
    add: "amount",
    source: won,
  });
});

test("all that adds up at the bottom of a measure is a series: sides of ratios, refunds, what is ranked", () => {
  const refunded = sourceOf({ kinds: ["deal.refunded"] });
  const net = aSum("net", { netOf: { source: refunded, window: null } });
  const keys = keysOf(
    aMeasure("rate", { kind: "ratio", numerator: aCount("a"), denominator: aCount("b", { source: closed }) }),
    aMeasure("growth", {
      kind: "change",
      of: aMeasure("best", { kind: "largest", of: [net] }),
      months: 12,
      as: "share",
    }),
    aMeasure("rank", {
      kind: "percentile",
      among: ["region"],
      counts: "not-above",
      of: aSum("seats", { field: "quantity", source: sourceOf({ kinds: ["seats"] }) }),
    }),
  );
  expect(keys).toEqual([
    '["amount",["deal.refunded"],[]]',
    '["amount",["deal.won"],[]]',
    '["count",["deal.lost","deal.won"],[]]',
    '["count",["deal.won"],[]]',
    '["quantity",["seats"],[]]',
  ]);
});

test("what does not add up over days is no series", () => {
  const cap = { kind: "share", most: rational(2, 5) } as const;
  expect(
    keysOf(
      aDistinct("customers"),
      aStatistic("median"),
      aCount("certificates", { source: sourceOf({ kinds: ["certification"] }) }),
      aCount("mixed", { source: sourceOf({ kinds: ["deal.won", "certification"] }) }),
      aSum("capped", { capPerCustomer: cap }),
      aSum("told apart", { by: "region" }),
      aCount("active", { onlyActive: true }),
      aCount("net of what holds", { netOf: { source: sourceOf({ kinds: ["certification"] }), window: null } }),
    ),
  ).toEqual([]);
});

test("a fact counts when it is of a kind, every condition holds, and none of those that keep out", () => {
  const source = sourceOf({
    where: [
      { attribute: "product", in: ["GTX Pro", "MG Special"] },
      { attribute: "customer", in: ["Isdom"] },
      { attribute: "region", in: ["West"] },
    ],
    except: [
      { attribute: "sector", in: ["public"] },
      { attribute: "self-dealing", in: ["yes"] },
    ],
  });
  const fact = aFact({ product: "GTX Pro", customer: "Isdom", attributes: { region: "West" } });
  expect(matchesSource(source, fact)).toBe(true);
  expect(matchesSource(source, { ...fact, kind: "deal.lost" })).toBe(false);
  expect(matchesSource(source, { ...fact, product: "gtx pro" })).toBe(false);
  expect(matchesSource(source, { ...fact, customer: null })).toBe(false);
  expect(matchesSource(source, { ...fact, attributes: {} })).toBe(false);
  expect(matchesSource(source, { ...fact, attributes: { region: "West", "self-dealing": "yes" } })).toBe(false);
  expect(matchesSource(source, { ...fact, attributes: { region: "West", "self-dealing": "no" } })).toBe(true);
});

test("an attribute that every object inherits is not an attribute of the fact", () => {
  expect(matchesSource(sourceOf({ where: [{ attribute: "constructor", in: ["x"] }] }), aFact())).toBe(false);
});
