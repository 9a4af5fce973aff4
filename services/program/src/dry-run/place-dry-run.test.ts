import { expect, test } from "vitest";
import { knownCalendarDate } from "../exact/index.js";
import { documentWith, programOf } from "../fixtures/index.js";
import { factsOfRows } from "./facts-of-rows.js";
import { placeDryRun } from "./place-dry-run.js";
import { placementAsJson } from "./placement-as-json.js";
import { placementsAsText } from "./placements-as-text.js";
import { daysEvery, dryRunFromFacts } from "./prepare-from-facts.js";
import { dryRunFromValues } from "./prepare-from-values.js";
import { profilesOfRows } from "./profiles-of-rows.js";
import { readValues } from "./read-values.js";

const SCORED = programOf(
  documentWith({
    measures: "adds: { title: Net adds, count: subscription.new }\npeople: { distinct: person, of: certification }",
    requires: "{ score: points, at-least: 47 }",
    more: `scores: { points: { terms: [{ measure: adds, points: 3, cap: 15, floor: 3 }, { measure: people, points: 15, each: 7 }] } }
governance: { grace: 30 days, keeps-at: 90% }`,
  }),
);

function placedBy(source: string) {
  const read = readValues(SCORED, source);
  if (read.kind === "ValuesRefused") throw new Error(JSON.stringify(read.problems));
  const prepared = dryRunFromValues(SCORED, read.partners, {
    asOf: knownCalendarDate("2026-06-30"),
    isMissingZero: false,
  });
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  return prepared.partners.map((partner) => placeDryRun(SCORED, partner));
}

test("scores are given exactly to machines, and to twelve digits to people", () => {
  const placements = placedBy("{ adds: 4, people: 16 }");
  const [placement] = placements.flat();
  if (placement === undefined) throw new Error("Nobody was placed");
  expect(placementAsJson(SCORED, placement)).toMatchObject({
    partner: "partner",
    asOf: "2026-06-30",
    tier: "registered",
    outcome: "PLACED",
    scores: { points: "324/7" },
  });
  const text = placementsAsText(SCORED, placements);
  expect(text).toContain("Score points: 46.285714285714");
  expect(text).toContain("  ✗ Points: 46.285714285714 points, asked at least 47 points, 0.714285714286 points missing");
  expect(text).toContain("    ✓ Net adds: 4 gives 12 points (at most 15, at least 3)");
});

test("a timeline is placed day after day, with the program's safeguards", () => {
  const [placements = []] = placedBy(`tier: gold
since: 2026-01-01
people: 16
timeline:
  - { on: 2026-03-01, adds: 5 }
  - { on: 2026-04-01, adds: 1 }
  - { on: 2026-04-30 }
  - { on: 2026-05-01 }`);
  expect(
    placements.map(({ record }) => [record.tier, record.outcome, record.safeguards.map(({ rule }) => rule)]),
  ).toEqual([
    ["gold", "KEPT", []],
    ["gold", "KEPT", ["GRACE"]],
    ["gold", "KEPT", ["GRACE"]],
    ["registered", "DEMOTED", []],
  ]);
  expect(placementsAsText(SCORED, [placements])).toContain("  2026-05-01  Registered (demoted)");
});

test("several partners begin with a table", () => {
  const text = placementsAsText(
    SCORED,
    placedBy("partners: { acme: { adds: 5, people: 16 }, globex: { adds: 0, people: 0 } }"),
  );
  expect(text.split("\n").slice(0, 3)).toEqual([
    "partner  tier        scores                  outcome",
    "acme     Gold        points 49.285714285714  placed",
    "globex   Registered  points 0                placed",
  ]);
});

const REVENUE = programOf(
  documentWith({
    measures: "revenue: { sum: amount, of: deal.won, where: { line: A }, window: { rolling: 90 days } }",
  }),
);
const HEADER = ["partner", "kind", "on", "id", "until", "amount", "customer", "line"];
const row = (line: number, ...cells: string[]) => ({ line, cells });

test("facts of a table are placed from day to day", () => {
  const read = factsOfRows(REVENUE, HEADER, [
    row(2, "acme", "deal.won", "2026-01-10", "1", "", "60000.50", "X", "A"),
    row(3, "acme", "deal.won", "2026-02-10", "2", "", "39999.50", "Y", "A"),
    row(4, "acme", "deal.won", "2026-02-10", "3", "", "1", "Y", ""),
    row(5, "globex", "deal.won", "2026-02-10", "4", "", "1", "Y", "A"),
  ]);
  if (read.kind === "FactsRefused") throw new Error(read.problems.join());
  const profiles = profilesOfRows(
    REVENUE,
    ["partner", "tracks", "region"],
    [row(2, "acme", "reseller|integrator", "EMEA")],
  );
  if (profiles.kind === "ProfilesRefused") throw new Error(profiles.problems.join());
  const days = daysEvery("month", { from: knownCalendarDate("2026-01-31"), to: knownCalendarDate("2026-05-15") });
  expect(days).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-15"]);
  const prepared = dryRunFromFacts(REVENUE, {
    facts: read.facts,
    profiles: profiles.partners,
    days,
    isMissingZero: false,
  });
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  const placed = prepared.partners.map((partner) => [
    partner.name,
    placeDryRun(REVENUE, partner).map(({ record }) => record.tier),
  ]);
  expect(placed).toEqual([
    ["acme", ["registered", "gold", "gold", "registered", "registered"]],
    ["globex", Array(5).fill("registered")],
  ]);
});

test.each([
  [["", "deal.won", "2026-01-10"], "the partner is missing."],
  [["acme", "deal.wun", "2026-01-10"], "Unknown kind of fact deal.wun; did you mean `deal.won`?"],
  [["acme", "deal.won", "2026-02-30"], "2026-02-30 is no day. Expected is YYYY-MM-DD."],
  [["acme", "deal.won", "2026-01-10", "", "2026-01-10"], "it ends on 2026-01-10, not after 2026-01-10."],
  [
    ["acme", "deal.won", "2026-01-10", "", "", "1,000"],
    "1,000 is no amount in USD such as 1250.50, without thousands separators.",
  ],
  [
    ["acme", "deal.won", "2026-01-10", "", "", "1.005"],
    "1.005 is no amount in USD such as 1250.50, without thousands separators.",
  ],
])("the line %j is refused", (cells, problem) => {
  expect(factsOfRows(REVENUE, HEADER, [row(7, ...cells)])).toEqual({
    kind: "FactsRefused",
    problems: [`line 7: ${problem}`],
  });
});

test("facts are held to what their kind declares, as they are when they are recorded", () => {
  const declared = programOf(
    documentWith({
      head: "facts: { workshop.held: { needs: [quantity], attributes: { level: { one-of: [basic, expert] } } } }",
      measures: "held: { count: workshop.held }",
      requires: "{ measure: held, at-least: 1 }",
    }),
  );
  const header = ["partner", "kind", "on", "quantity", "level", "person"];
  const problemOf = (...cells: string[]) => {
    const read = factsOfRows(declared, header, [row(2, ...cells)]);
    return read.kind === "FactsRead" ? "" : read.problems.join();
  };
  expect(problemOf("acme", "workshop.held", "2026-01-10", "3", "expert")).toBe("");
  expect(problemOf("acme", "workshop.held", "2026-01-10", "3", "exprt")).toContain("level is one of basic, expert");
  expect(problemOf("acme", "workshop.held", "2026-01-10", "", "expert")).toContain("needs its quantity");
  expect(problemOf("acme", "certification", "2026-01-10")).toContain("A certification fact needs its person");
  expect(problemOf("acme", "certification", "2026-01-10", "", "", "ada")).toBe("");
});

test("at most twenty lines are reported, and columns that are needed first", () => {
  const wrong = Array.from({ length: 30 }, (_, i) => row(i + 2, "acme", "x", "y"));
  expect(factsOfRows(REVENUE, HEADER, wrong)).toMatchObject({ problems: { length: 20 } });
  expect(factsOfRows(REVENUE, ["partner"], [])).toMatchObject({
    problems: [expect.stringContaining("kind, on are missing")],
  });
});
