import { expect, test } from "vitest";
import { aFact } from "../fixtures/sample-facts.js";
import { documentWith, programOf } from "../fixtures/sample-program.js";
import { matchesSource, seriesOf } from "./series.js";

const seriesKeys = (measures: string) =>
  seriesOf(programOf(documentWith({ measures: `revenue: { sum: amount, of: deal.won }\n${measures}` }))).map(
    ({ key }) => key,
  );

test("measures that differ only in their window or in the order of their words share one series", () => {
  const keys = seriesKeys(`quarter: { sum: amount, of: deal.won, window: quarter }
closed: { count: [deal.won, deal.lost], where: { product: [GTX Pro, MG Special], region: West } }
same: { count: [deal.lost, deal.won], where: { region: West, product: [MG Special, GTX Pro] }, window: quarter }`);
  expect(keys).toEqual([
    '["amount",["deal.won"],[]]',
    '["count",["deal.lost","deal.won"],[["product",["GTX Pro","MG Special"]],["region",["West"]]]]',
  ]);
});

test("both sides of a ratio are series, and so are quantities", () => {
  const keys = seriesKeys(`rate: { ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }] }
seats: { sum: quantity, of: seats }`);
  expect(keys).toEqual([
    '["amount",["deal.won"],[]]',
    '["count",["deal.lost","deal.won"],[]]',
    '["count",["deal.won"],[]]',
    '["quantity",["seats"],[]]',
  ]);
});

test("different customers and certifications do not add up over days, and so are no series", () => {
  const keys = seriesKeys(`customers: { distinct: customer, of: deal.won }
certificates: { count: certification }
mixed: { count: [deal.won, certification] }`);
  expect(keys).toEqual(['["amount",["deal.won"],[]]']);
});

test("a fact counts when it is of a kind and every condition holds", () => {
  const source = {
    kinds: ["deal.won" as const],
    where: [
      { attribute: "product", in: ["GTX Pro", "MG Special"] },
      { attribute: "customer", in: ["Isdom"] },
      { attribute: "region", in: ["West"] },
    ],
  };
  const fact = aFact({ product: "GTX Pro", customer: "Isdom", attributes: { region: "West" } });
  expect(matchesSource(source, fact)).toBe(true);
  expect(matchesSource(source, { ...fact, kind: "deal.lost" })).toBe(false);
  expect(matchesSource(source, { ...fact, product: "gtx pro" })).toBe(false);
  expect(matchesSource(source, { ...fact, customer: null })).toBe(false);
  expect(matchesSource(source, { ...fact, attributes: {} })).toBe(false);
});

test("an attribute that every object inherits is not an attribute of the fact", () => {
  const source = { kinds: ["deal.won" as const], where: [{ attribute: "constructor", in: ["x"] }] };
  expect(matchesSource(source, aFact())).toBe(false);
});
