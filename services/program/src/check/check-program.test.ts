import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentWith, EVERY_SHAPE, programOf } from "../fixtures/index.js";
import { checkProgram } from "./check-program.js";

const MEASURES = `revenue: { title: Won revenue, sum: amount, of: deal.won, self-dealing: excluded, cap-per-customer: 40% }
deals: { title: Won deals, count: deal.won, by: product }
people: { distinct: person, of: certification }
closed: { count: [deal.won, deal.lost] }
rate: { ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }] }
steady: { active: quarters, of-last: 4, with: { count: deal.won }, at-least: 1 }`;

/** The findings of a document with these sections, of one code, as `severity path`. */
function found(code: string, sections: Parameters<typeof documentWith>[0]): string[] {
  return checkProgram(programOf(documentWith({ measures: MEASURES, ...sections })))
    .filter((finding) => finding.code === code)
    .map(({ severity, path }) => `${severity} ${path}`);
}

const THREE = (silver: string, gold: string, more = "") => `program: sample
version: 1
currency: USD
${more}
tracks: { reseller: {}, integrator: {} }
measures:
  ${MEASURES.replaceAll("\n", "\n  ")}
tiers:
  registered: { rank: 0, why: Everyone starts here. }
  silver: { rank: 1, why: Silver sells., requires: ${silver} }
  gold: { rank: 2, why: Gold sells more., requires: ${gold} }
`;
const codesOf = (source: string) => checkProgram(programOf(source)).map(({ code, path }) => `${code} ${path}`);

test("what is declared and used nowhere is reported, what a used measure is made of is not", () => {
  const head = "approvals: { elite: { why: Chosen. } }\ntracks: { reseller: {}, integrator: {} }";
  expect(found("UNUSED_MEASURE", { requires: "{ measure: rate, at-least: 40% }" })).toEqual(
    ["revenue", "deals", "people", "closed", "steady"].map((name) => `warning measures.${name}`),
  );
  expect(found("UNUSED_APPROVAL", { head })).toEqual(["warning approvals.elite"]);
  const more = "benefits: { fund: { dimension: financial, why: Reach. } }";
  expect(found("UNUSED_BENEFIT", { more })).toEqual(["warning benefits.fund"]);
  const expectations = "expectations: { review: { why: Both sides see where they stand. } }";
  expect(found("UNUSED_EXPECTATION", { more: expectations })).toEqual(["warning expectations.review"]);
  const scores = "scores: { reach: { terms: [{ measure: deals, points: 1 }] } }";
  expect(found("UNUSED_SCORE", { more: scores })).toEqual(["warning scores.reach"]);
  expect(found("UNUSED_MEASURE", { more: scores })).not.toContain("warning measures.deals");
});

test("a higher tier that asks less of the same partners is reported", () => {
  const falls = codesOf(
    THREE(
      "{ measure: deals, at-least: 10 }",
      "{ all: [{ measure: deals, at-least: 8 }, { measure: people, at-least: 1 }] }",
    ),
  );
  expect(falls).toContain("THRESHOLD_FALLS tiers.gold.requires.all[0]");
  const upper = codesOf(THREE("{ measure: deals, at-most: 10 }", "{ measure: deals, at-most: 12 }"));
  expect(upper).toContain("THRESHOLD_FALLS tiers.gold.requires");
  const others = codesOf(
    THREE("{ measure: deals, at-least: 10 }", "{ measure: deals, at-least: 8, tracks: reseller }"),
  );
  expect(others.filter((code) => code.startsWith("THRESHOLD_FALLS"))).toEqual([]);
  const score = (total: number) => `{ score: { total: ${total}, terms: [{ measure: deals, points: 1 }] } }`;
  expect(codesOf(THREE(score(70), score(60)))).toContain("THRESHOLD_FALLS tiers.gold.requires");
});

test.each([
  [
    "more than at least and at most leave",
    "{ all: [{ measure: deals, at-least: 10 }, { measure: deals, at-most: 5 }] }",
  ],
  [
    "a number between four and five deals",
    "{ all: [{ measure: deals, more-than: 4 }, { measure: deals, less-than: 5 }] }",
  ],
  ["more than all closed deals won", "{ measure: rate, more-than: 100% }"],
  ["activity in more quarters than are looked at", "{ measure: steady, at-least: 5 }"],
  [
    "more points than the caps give",
    "{ score: { total: 70, terms: [{ measure: deals, points: 1, cap: 40 }, { measure: people, points: 5, cap: 20 }] } }",
  ],
  ["more points than the score's cap", "{ score: { total: 70, cap: 60, terms: [{ measure: deals, points: 1 }] } }"],
  ["points for quarters that are not looked at", "{ score: { total: 50, terms: [{ measure: steady, points: 10 }] } }"],
  [
    "two parts of which one cannot be",
    "{ at-least: 2, of: [{ measure: deals, at-least: 1 }, { measure: steady, more-than: 4 }] }",
  ],
  [
    "two tracks at once that exclude each other",
    "{ all: [{ measure: deals, at-least: 1, tracks: smb }], tracks: large }",
  ],
  ["that it was held before", "{ tenure: gold, at-least: 12 months }"],
])("a tier that asks for %s cannot be reached by anyone", (_, requires) => {
  const head = "tracks: { large: { classified: { measure: closed, at-least: 5 } }, smb: { classified: otherwise } }";
  expect(found("TIER_UNREACHABLE", { head, requires })).toHaveLength(1);
});

test.each([
  "{ all: [{ measure: deals, at-least: 10, tracks: reseller }, { measure: deals, at-most: 5, tracks: integrator }, { measure: people, at-least: 1 }] }",
  "{ any: [{ measure: rate, more-than: 100% }, { measure: deals, at-least: 1 }] }",
  "{ measure: rate, at-least: 100% }",
  "{ all: [{ measure: deals, at-least: 1, tracks: reseller }, { measure: people, exactly: 3 }] }",
  "{ across: product, at-least: 2, requires: { measure: deals, at-least: 3 } }",
  "{ for-each: product, where: { measure: deals, at-least: 1 }, requires: { measure: deals, at-least: 2 } }",
  "{ score: { total: 20, terms: [{ measure: deals, points: 5, each: 1000, whole: true, gate: { measure: people, at-least: 2 } }] } }",
  "{ all: [{ tenure: registered, at-least: 12 months }, { measure: steady, at-least: 4 }] }",
])("a tier that someone can reach is shown to be reachable: %s", (requires) => {
  expect(found("TIER_UNREACHABLE", { requires })).toEqual([]);
  expect(found("TIER_NOT_SHOWN_REACHABLE", { requires })).toEqual([]);
});

test("on a cumulative ladder nobody passes a tier that nobody can reach", () => {
  const source = THREE("{ measure: steady, at-least: 5 }", "{ measure: deals, at-least: 1 }", "ladder: cumulative");
  expect(codesOf(source).filter((code) => code.startsWith("TIER_UNREACHABLE"))).toEqual([
    "TIER_UNREACHABLE tiers.silver.requires",
    "TIER_UNREACHABLE tiers.gold",
  ]);
});

test("two tiers that ask the same are one", () => {
  const asked = "{ all: [{ measure: deals, at-least: 1 }, { measure: people, at-least: 2, why: Two. }] }";
  const same = "{ all: [{ measure: people, at-least: 2 }, { measure: deals, at-least: 1 }] }";
  expect(codesOf(THREE(asked, same))).toContain("TIERS_ALIKE tiers.gold.requires");
  const other = "{ all: [{ measure: people, at-least: 3 }, { measure: deals, at-least: 1 }] }";
  expect(codesOf(THREE(asked, other)).filter((code) => code.startsWith("TIERS_ALIKE"))).toEqual([]);
});

test("coverage by an attribute that no measure is split by judges nothing", () => {
  const requires = "{ for-each: region, requires: { measure: deals, at-least: 1 } }";
  expect(found("GROUPS_WITHOUT_ATTRIBUTE", { requires })).toEqual(["error tiers.gold.requires"]);
});

test("a program without safeguards, or whose keeping bar is its reaching bar, is reported", () => {
  expect(found("NO_SAFEGUARDS", {})).toEqual(["warning governance"]);
  const flapping = (governance: string) => found("FLAPPING_LIKELY", { more: `governance: ${governance}` });
  expect(flapping("{ cadence: on-change }")).toEqual(["warning governance"]);
  expect(flapping("{ keeps-at: 85% }")).toEqual([]);
  expect(flapping("{ grace: 30 days }")).toEqual([]);
  expect(flapping("{ up: on-change, down: quarterly }")).toEqual([]);
});

test("revenue that a partner could bring about by itself is reported", () => {
  const open = { measures: "revenue: { title: Won revenue, sum: amount, of: deal.won }" };
  expect(found("SELF_DEALING_COUNTS", open)).toEqual(["advice measures.revenue"]);
  expect(found("CONCENTRATION", open)).toEqual(["advice measures.revenue"]);
  expect(found("SELF_DEALING_COUNTS", {})).toEqual([]);
  expect(found("CONCENTRATION", {})).toEqual([]);
});

test("a reason for what does not stand in the document is reported", () => {
  const changes = (at: string) =>
    found("CHANGE_OF_NOTHING", { head: `tracks: { reseller: {} }\nchanges: [{ at: ${at}, because: It rose. }]` });
  expect(changes("tiers.gold.requires")).toEqual([]);
  expect(changes("measures.revenue")).toEqual([]);
  expect(changes("tiers.platinum.requires")).toEqual(["warning changes[0].at"]);
});

test("a requirement without a reason is only advice, and none where a tier asks one thing", () => {
  expect(found("RATIONALE_MISSING", {})).toEqual([]);
  const requires = "{ all: [{ measure: deals, at-least: 1 }, { measure: people, at-least: 2, why: Two. }] }";
  expect(found("RATIONALE_MISSING", { requires })).toEqual(["advice tiers.gold.requires.all[0]"]);
  // One for both is enough; one for some of them is not for the others.
  const both = "{ all: [{ measure: deals, at-least: 1 }, { measure: people, at-least: 2 }], why: Both count. }";
  expect(found("RATIONALE_MISSING", { requires: both })).toEqual([]);
  expect(found("RATIONALE_MISSING", { requires: `{ all: [${both}, { measure: rate, at-least: 10% }] }` })).toEqual([
    "advice tiers.gold.requires.all[1]",
  ]);
});

test.each(["northwind-partners", "crm-rolling-90-days"])("the example %s has no error", (name) => {
  const program = programOf(readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), "utf8"));
  expect(checkProgram(program).filter(({ severity }) => severity === "error")).toEqual([]);
});

test("every message and every remedy is a sentence, and errors come first", () => {
  const findings = checkProgram(programOf(EVERY_SHAPE));
  expect(findings.length).toBeGreaterThan(20);
  for (const { message, remedy } of findings) {
    expect(message).toMatch(/^[A-Z0-9].*\.$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
  const order = findings.map(({ severity }) => ["error", "warning", "advice"].indexOf(severity));
  expect(order).toEqual([...order].sort());
});

test("sandboxes that nobody is given, paths out of order and tiers without a maturity are reported", () => {
  const benefits = "benefits: { desk: { dimension: financial, why: W. } }";
  const sandboxes = `${benefits}\nsandboxes: { benefit: desk, lasts: 5 days }`;
  expect(found("SANDBOX_NOT_GIVEN", { more: sandboxes })).toEqual(["warning sandboxes.benefit"]);
  const courses = "courses: { basics: {}, depth: { requires: basics } }";
  const paths = (order: string) => `${courses}\npaths: { p: { courses: [${order}], why: W. } }`;
  expect(found("PATH_OUT_OF_ORDER", { more: paths("depth, basics") })).toEqual(["advice paths.p.courses"]);
  expect(found("PATH_OUT_OF_ORDER", { more: paths("basics, depth") })).toEqual([]);
  // Who takes the path has learned it elsewhere.
  expect(found("PATH_OUT_OF_ORDER", { more: paths("depth") })).toEqual([]);
  expect(found("TIER_WITHOUT_MATURITY", { more: "maturities: { early: { tiers: registered } }" })).toEqual([
    "advice maturities",
  ]);
  expect(found("TIER_WITHOUT_MATURITY", {})).toEqual([]);
});
