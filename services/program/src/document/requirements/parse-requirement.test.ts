import { expect, test } from "vitest";
import { rational } from "../../exact/index.js";
import { documentWith, problemsOf, programOf } from "../../fixtures/index.js";
import { EVERYONE, type Requirement } from "./requirement.js";

const MEASURES = `revenue: { sum: amount, of: deal.won }
deals: { count: deal.won, by: product }
rate: { ratio: [deals, deals] }
net: { total: [deals, { measure: deals, times: -2 }] }`;
const HEAD = `tracks: { reseller: {}, integrator: {} }
markets: { growth: { factor: 50%, regions: [LATAM], why: W. } }
approvals: { invited: { why: Elite is chosen. } }`;

test.each(["at-least", "more-than", "at-most", "less-than", "exactly"] as const)("a threshold may ask %s", (bound) => {
  expect(requiredIn(`{ measure: deals, ${bound}: 3 }`)).toMatchObject({ bound, target: rational(3), keepsAt: null });
});

test("an audience is tracks, regions, countries and markets, one or a list", () => {
  const asked = requiredIn(
    "{ approval: invited, tracks: reseller, regions: [EMEA, LATAM], countries: DE, markets: growth, why: So. }",
  );
  expect(asked).toEqual({
    kind: "approval",
    approval: "invited",
    path: "tiers.gold.requires",
    audience: { tracks: ["reseller"], regions: ["EMEA", "LATAM"], countries: ["DE"], markets: ["growth"] },
    why: "So.",
  });
});

test("coverage is asked for each value of an attribute, or for so many", () => {
  const each = requiredIn(`for-each: product
where: { measure: deals, at-least: 1 }
requires: { any: [{ measure: deals, at-least: 2 }] }`);
  expect(each).toMatchObject({
    kind: "grouped",
    by: "product",
    needs: "all",
    where: { path: "tiers.gold.requires.where" },
    of: { path: "tiers.gold.requires.requires", of: [{ path: "tiers.gold.requires.requires.any[0]" }] },
  });
  const across = "requires: { measure: deals, at-least: 2 }";
  expect(requiredIn(`{ across: region, at-least: 2, ${across} }`)).toMatchObject({ needs: 2, where: null });
  expect(requiredIn(`{ across: region, ${across} }`)).toMatchObject({ needs: 1, audience: EVERYONE });
});

test("a tier may ask for how long another was held", () => {
  expect(requiredIn("{ tenure: registered, at-least: 12 months }")).toMatchObject({ tier: "registered", months: 12 });
});

test("a keeping bar is a share of the bound or a bound; for a measure in percent always a bound", () => {
  const barOf = (threshold: string) => {
    const asked = requiredIn(threshold);
    return asked?.kind === "threshold" ? asked.keepsAt : null;
  };
  expect(barOf("{ measure: deals, at-least: 10, keeps-at: 80% }")).toEqual({ kind: "share", value: rational(4, 5) });
  expect(barOf("{ measure: deals, at-least: 10, keeps-at: 7 }")).toEqual({ kind: "bound", value: rational(7) });
  expect(barOf("{ measure: deals, at-most: 10, keeps-at: 12 }")).toEqual({ kind: "bound", value: rational(12) });
  expect(barOf("{ measure: rate, at-least: 90%, keeps-at: 80% }")).toEqual({ kind: "bound", value: rational(4, 5) });
});

test("what can fall below zero may be asked to stay above a loss", () => {
  expect(requiredIn("{ measure: net, at-least: -3 }")).toMatchObject({ target: rational(-3) });
});

test.each([
  ["{ measure: deals, at-least: 10, keeps-at: 11 }", "keeping a tier may not ask more than reaching it"],
  ["{ measure: deals, at-least: 10, keeps-at: 110% }", "keeping a tier may not ask more than reaching it"],
  ["{ measure: deals, less-than: 10, keeps-at: 80% }", "keeping a tier may not ask more than reaching it"],
  ["{ measure: rate, at-least: 80%, keeps-at: 85% }", "keeping a tier may not ask more than reaching it"],
  ["{ measure: deals, exactly: 10, keeps-at: 80% }", "has no other bar for keeping it"],
  ["{ measure: deals, at-least: 10, keeps-at: 0% }", "expected a share above zero"],
  ["{ measure: deals, at-least: 10, keeps-at: 7.5 }", "expected a whole number"],
  ["{ measure: revenue, at-least: 10, keeps-at: 0.8 }", "80% rather than 0.8"],
  ["{ measure: deals, at-least: 10, scale-by: track }", "unknown word `track`"],
  ["{ measure: deals, at-least: 1, exactly: 1 }", "found both `at-least` and `exactly`"],
  ["{ measure: deals, atleast: 1 }", "did you mean `at-least`?"],
  ["{ approval: invite }", "unknown approval `invite`; did you mean `invited`?"],
  ["{ tenure: gald, at-least: 12 months }", "unknown tier `gald`; did you mean `gold`?"],
  ["{ tenure: gold, at-least: 90 days }", "such as `12 months`"],
  ["{ for-each: product }", "`requires` is missing"],
  ["{ for-each: product, at-least: 1, requires: { measure: deals, at-least: 1 } }", "unknown key `at-least`"],
  ["{ across: product, at-least: 0, requires: { measure: deals, at-least: 1 } }", "a whole number from 1"],
  ["{ across: product, where: { measure: deals, at-least: 1 } }", "unknown key `where`"],
  ["{ measure: deals, at-least: 1, markets: [grown] }", "unknown market `grown`"],
  ["{ measure: deals, at-least: 1, regions: [] }", "found an empty list"],
  ["{ measure: deals, at-least: 1, regions: [A, A] }", "`A` is here a second time"],
  ["{ why: Because. }", "expected one of `measure`, `score`"],
])("the requirement %s is refused", (requires, message) => {
  expect(problemsOf(documentWith({ head: HEAD, measures: MEASURES, requires }))).toContain(message);
});

function requiredIn(requires: string): Requirement | null | undefined {
  return programOf(documentWith({ head: HEAD, measures: MEASURES, requires })).tiers[1]?.requires;
}
