import { expect, test } from "vitest";
import { assessTier } from "../assess/index.js";
import { toExactString } from "../exact/index.js";
import { documentWith, evidenceOf, programOf, valuesOf } from "../fixtures/index.js";
import { cheapestPaths, MAX_PATHS } from "./cheapest-paths.js";
import { stepInWords } from "./step-in-words.js";

const MEASURES = `revenue: { title: Won revenue, sum: amount, of: deal.won, effort: 0.001 }
deals: { title: Won deals, count: deal.won, effort: 5 }
people: { title: Certified people, distinct: person, of: certification, effort: 20 }
complaints: { title: Complaints, count: deal.refunded, effort: 1 }`;

function waysTo(requires: string, values: Record<string, string>) {
  const program = programOf(
    documentWith({ head: "approvals: { invited: { title: Invited, why: W. } }", measures: MEASURES, requires }),
  );
  const gold = program.tiers[1];
  if (gold === undefined) throw new Error("No gold");
  const measures = valuesOf({ revenue: "0", deals: "0", people: "0", complaints: "0", ...values });
  const { requirement } = assessTier(gold, evidenceOf(program, measures));
  if (requirement === null) throw new Error("Gold asks something");
  return cheapestPaths(program, requirement).map(({ steps, effort }) => ({
    steps: steps.map((step) => stepInWords(program, step)),
    effort: toExactString(effort),
  }));
}

test("a partner that meets a tier has nothing left to do", () => {
  expect(waysTo("{ measure: deals, at-least: 3 }", { deals: "3" })).toEqual([{ steps: [], effort: "0" }]);
});

test("a gap is one step, in the unit of its measure", () => {
  expect(waysTo("{ measure: revenue, at-least: 100000 }", { revenue: "50000" })).toEqual([
    { steps: ["50,000.00 USD more of Won revenue"], effort: "50" },
  ]);
  expect(waysTo("{ measure: complaints, at-most: 2 }", { complaints: "5" })).toEqual([
    { steps: ["3 less of Complaints"], effort: "3" },
  ]);
});

test("of a choice the cheapest way comes first, by what the document says a unit costs", () => {
  const requires =
    "any: [{ measure: people, at-least: 3 }, { measure: deals, at-least: 4 }, { measure: revenue, at-least: 30000 }]";
  expect(waysTo(requires, {}).map(({ effort }) => effort)).toEqual(["20", "30", "60"]);
});

test("where two of three are asked and one is there, each way closes one gap", () => {
  const requires =
    "{ at-least: 2, of: [{ measure: deals, at-least: 1 }, { measure: people, at-least: 1 }, { measure: revenue, at-least: 1000 }] }";
  expect(waysTo(requires, { deals: "1" })).toEqual([
    { steps: ["1,000.00 USD more of Won revenue"], effort: "1" },
    { steps: ["1 more of Certified people"], effort: "20" },
  ]);
});

test("what is asked twice is done once, and the larger gap counts", () => {
  const requires = "all: [{ measure: deals, at-least: 4 }, { any: [{ measure: deals, at-least: 6 }] }]";
  expect(waysTo(requires, {})).toEqual([{ steps: ["6 more of Won deals"], effort: "30" }]);
});

test("points are bought where they cost least, up to each term's cap, and nobody adds a part of a person", () => {
  const requires =
    "score: { total: 12, terms: [{ measure: people, points: 5 }, { measure: deals, points: 2, cap: 10 }] }";
  expect(waysTo(requires, {})).toEqual([
    { steps: ["5 more of Won deals", "1 more of Certified people"], effort: "45" },
  ]);
});

test("a floor is closed before the total", () => {
  const requires =
    "score: { total: 10, terms: [{ measure: deals, points: 5 }, { measure: people, points: 1, floor: 1 }] }";
  expect(waysTo(requires, { deals: "2" })).toEqual([{ steps: ["1 more of Certified people"], effort: "20" }]);
});

test("time and approvals are steps that no effort buys", () => {
  const requires = "all: [{ tenure: registered, at-least: 12 months }, { approval: invited }]";
  expect(waysTo(requires, {})).toEqual([
    { steps: ["hold Registered for longer", "be approved: Invited"], effort: "0" },
  ]);
});

test("nobody is shown more ways than they would compare", () => {
  const choice = (names: string[]) =>
    `{ any: [${names.map((name) => `{ measure: ${name}, at-least: 9 }`).join(", ")}] }`;
  const requires = `all: [${choice(["deals", "people"])}, ${choice(["revenue", "people"])}, ${choice(["deals", "revenue", "people"])}]`;
  const paths = waysTo(requires, {});
  expect(paths.length).toBeLessThanOrEqual(MAX_PATHS);
  expect(paths[0]).toEqual({ steps: ["9 more of Won deals", "9.00 USD more of Won revenue"], effort: "45.009" });
});

test("a partner that has too many of exactly so many needs fewer", () => {
  expect(waysTo("{ measure: deals, exactly: 3 }", { deals: "5" })[0]?.steps).toEqual(["2 less of Won deals"]);
  expect(waysTo("{ measure: deals, exactly: 3 }", { deals: "1" })[0]?.steps).toEqual(["2 more of Won deals"]);
});

test("where only whole multiples give points, the step is up to the next whole one", () => {
  const score = "{ score: { total: 7, terms: [{ measure: revenue, points: 5, each: 1000, whole: true }] } }";
  expect(waysTo(score, {})[0]?.steps).toEqual(["2,000.00 USD more of Won revenue"]);
  expect(waysTo(score, { revenue: "1400" })[0]?.steps).toEqual(["600.00 USD more of Won revenue"]);
});

test("a closed gate is opened where the points behind it are needed, and what waits there counts", () => {
  const score = `{ score: { total: 10, terms: [{ measure: deals, points: 1, cap: 4 },
    { measure: revenue, points: 1, each: 1000, gate: { measure: people, at-least: 2 } }] } }`;
  expect(waysTo(score, { revenue: "6000" })[0]?.steps).toEqual(["4 more of Won deals", "2 more of Certified people"]);
  expect(waysTo(score, { deals: "4", revenue: "2000" })[0]?.steps).toEqual([
    "2 more of Certified people",
    "4,000.00 USD more of Won revenue",
  ]);
});

test("three hundred choices at once are joined without trying every combination", () => {
  const parts = Array.from(
    { length: 300 },
    (_, i) => `{ any: [{ measure: deals, at-least: ${i + 1} }, { measure: people, at-least: ${i + 1} }] }`,
  );
  expect(waysTo(`all: [${parts.join(", ")}]`, {}).length).toBeGreaterThan(0);
});
