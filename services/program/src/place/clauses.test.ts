import { expect, test } from "vitest";
import { documentWith, placeBy, placeOver, programOf } from "../fixtures/index.js";
import { cheapestPaths, stepInWords } from "../path-to-tier/index.js";
import { explainDecision } from "./explain-decision.js";

const MEASURES =
  "people: { title: Certified people, distinct: person, of: certification }\nchurn: { title: Churn, ratio: [{ count: subscription.churn }, { count: subscription.new }] }";
const programWith = (requires: string, more = "governance: { grace: 30 days, keeps-at: 80% }") =>
  programOf(documentWith({ measures: MEASURES, requires, more }));
const summaryOf = (program: ReturnType<typeof programOf>, record: ReturnType<typeof placeBy>) =>
  explainDecision(program, record).summary;

test("a demotion names what was lost, until when, what is missed since when, and that grace is over", () => {
  const program = programWith("{ measure: people, at-least: 1 }");
  const records = placeOver(program, [
    ["2026-07-01", { people: "1", churn: null }],
    ["2026-07-31", { people: "0", churn: null }],
    ["2026-08-30", { people: "0", churn: null }],
  ]);
  expect(records.map((record) => summaryOf(program, record))).toEqual([
    "Gold, because Certified people of 1 on 1 July 2026 is at least 1.",
    "Gold, because it was reached before; now Certified people of 0 on 31 July 2026 is not at least 1. The tier is kept in grace until 30 August 2026.",
    "Gold until 29 August 2026: Certified people of 0 on 30 August 2026 is not at least 1, since 31 July 2026; grace of 30 days is over. Registered, because Certified people of 0 on 30 August 2026 is not at least 1, as Gold asks.",
  ]);
});

test("a bound is said in steps that the unit has: keeping 80% of one person asks for one, not for 0.8", () => {
  const program = programWith("{ measure: people, at-least: 7 }");
  const [, kept] = placeOver(program, [
    ["2026-07-01", { people: "7", churn: null }],
    ["2026-07-31", { people: "6", churn: null }],
  ]);
  expect(kept && summaryOf(program, kept)).toBe(
    "Gold, because it is kept: Certified people of 6 on 31 July 2026 is at least 6.",
  );
});

test("of bounds that a tier inherits and asks anew, the strictest alone is said", () => {
  const program = programWith(
    "{ measure: people, at-least: 2 }",
    "  platinum: { rank: 2, why: W., inherits: gold, requires: { measure: people, at-least: 5 } }",
  );
  const gold = placeBy(program, "2026-07-01", { people: "1", churn: null });
  expect(summaryOf(program, gold)).toBe(
    "Registered, because Certified people of 1 on 1 July 2026 is not at least 2, as Gold asks.",
  );
  const platinum = placeBy(program, "2026-07-01", { people: "5", churn: null });
  expect(summaryOf(program, platinum)).toBe("Platinum, because Certified people of 5 on 1 July 2026 is at least 5.");
});

test("what is missing of a percentage is said in percentage points, more or less", () => {
  const stepsOf = (requires: string, churn: string) => {
    const program = programWith(requires);
    const { tiers } = explainDecision(program, placeBy(program, "2026-07-01", { people: "0", churn }));
    const requirement = tiers[1]?.requirement ?? null;
    const [way] = requirement === null ? [] : cheapestPaths(program, requirement);
    return way?.steps.map((step) => stepInWords(program, step));
  };
  expect(stepsOf("{ measure: churn, at-most: 5% }", "0.1")).toEqual(["5 percentage points less of Churn"]);
  expect(stepsOf("{ measure: churn, at-least: 81% }", "0.8")).toEqual(["1 percentage point more of Churn"]);
});
