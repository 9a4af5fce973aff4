import { programOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { extend, quotaOf } from "./lease.js";

const program = programOf(`program: p
version: 1
currency: USD
benefits: { sandbox: { dimension: technical-enablement, why: W. }, other: { dimension: financial, why: W. } }
tiers:
  registered: { rank: 0, why: W., benefits: { other: { quantity: 9 } } }
  silver: { rank: 1, why: W., requires: { measure: m, at-least: 1 }, benefits: { sandbox: { quantity: 2 } } }
  gold: { rank: 2, why: W., requires: { measure: m, at-least: 2 }, benefits: { sandbox: {} } }
measures: { m: { count: deal.won } }
sandboxes: { benefit: sandbox, lasts: 30 days, extension: { by: 15 days, times: 2 } }
`);
const terms = program.sandboxes;

test("a partner may have as many as its tier gives of the benefit: none, some, or any number", () => {
  if (terms === null) throw new Error("There are no terms");
  expect(["registered", "silver", "gold", "unknown", null].map((tier) => quotaOf(program, terms, tier))).toEqual([
    0,
    2,
    null,
    0,
    0,
  ]);
});

test("a lease is extended from its end, as often as the program says", () => {
  if (terms === null) throw new Error("There are no terms");
  expect(extend(terms, { expiresOn: "2024-02-20", extended: 1 })).toEqual({
    kind: "Extended",
    expiresOn: "2024-03-06",
  });
  expect(extend(terms, { expiresOn: "2024-02-20", extended: 2 }).kind).toBe("Refused");
  expect(extend({ ...terms, extension: null }, { expiresOn: "2024-02-20", extended: 0 }).kind).toBe("Refused");
});
