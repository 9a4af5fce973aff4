import { expect, test } from "vitest";
import { documentWith, programOf } from "../../fixtures/index.js";
import { differenceInWords, differencesBetween } from "./differences.js";

const REVENUE = "{ measure: revenue, at-least: 100000 }";
const DEALS = "{ measure: deals, at-least: 10 }";
const MEASURES =
  "revenue: { title: Won revenue, sum: amount, of: deal.won }\ndeals: { title: Won deals, count: deal.won }";

const versionWith = (requires: string, more = "", head = "tracks: { reseller: {} }", measures = MEASURES) =>
  programOf(documentWith({ head, measures, requires, more }));
const words = (...versions: [before: string, after: string, head?: string]) => {
  const [before, after, head] = versions;
  return differencesBetween(versionWith(before), versionWith(after, "", head)).map(differenceInWords);
};

test("a threshold that rose is reported with both bounds and the reason", () => {
  const head = `tracks: { reseller: {} }
changes: [{ at: tiers.gold.requires, because: what one full-time seller closes in a year has risen }]`;
  expect(words(REVENUE, "{ measure: revenue, at-least: 120000 }", head)).toEqual([
    "Gold: Won revenue at least 100,000.00 USD → at least 120,000.00 USD, because what one full-time seller closes in a year has risen",
  ]);
});

test("the nearest reason counts, and one for something else does not", () => {
  const head = `tracks: { reseller: {} }
changes:
  - { at: tiers.gold, because: far }
  - { at: "tiers.gold.requires.all[1]", because: near }
  - { at: tiers.go, because: elsewhere }`;
  const [before, after] = [`all: [${REVENUE}, ${DEALS}]`, `all: [${REVENUE}, { measure: deals, at-least: 12 }]`];
  expect(words(before, after, head)).toEqual(["Gold: Won deals at least 10 → at least 12, because near"]);
  expect(words(before, after, "tracks: { reseller: {} }\nchanges: [{ at: tiers.go, because: elsewhere }]")).toEqual([
    "Gold: Won deals at least 10 → at least 12",
  ]);
});

test("a version that only says the same in other words differs in nothing", () => {
  const before = versionWith(REVENUE);
  expect(differencesBetween(before, before)).toEqual([]);
  const titled = versionWith("{ measure: revenue, at-least: 100000.00, why: Because. }", "", "why: Other words.");
  expect(differencesBetween(versionWith(REVENUE, "", "why: Words."), titled)).toEqual([]);
});

test("a requirement that has moved to another place in its list is no difference of what it asks", () => {
  const [before, after] = [versionWith(`all: [${REVENUE}, ${DEALS}]`), versionWith(`all: [${DEALS}, ${REVENUE}]`)];
  expect(differencesBetween(before, after).filter(({ subject }) => /Won/.test(subject))).toEqual([]);
});

test("a requirement that came first moves the others, and is the only difference", () => {
  const differences = differencesBetween(versionWith(`all: [${REVENUE}]`), versionWith(`all: [${DEALS}, ${REVENUE}]`));
  expect(differences.map(differenceInWords)).toEqual(["Gold: Won deals is new: at least 10"]);
  expect(differences).toMatchObject([{ kind: "added", path: "tiers.gold.requires.all[0]", needsReason: true }]);
  expect(words(`all: [${DEALS}, ${REVENUE}]`, `all: [${REVENUE}]`)).toEqual(["Gold: Won deals is gone: at least 10"]);
});

test("what was asked together and is now a choice is a difference of its own", () => {
  expect(words(`all: [${REVENUE}, ${DEALS}]`, `any: [${REVENUE}, ${DEALS}]`)).toEqual([
    "Gold: how its requirements are joined all (revenue, deals) → any (revenue, deals)",
  ]);
});

test("another formula of a measure needs a reason, even where no threshold moved; a new title needs none", () => {
  const formula = MEASURES.replace("count: deal.won", "count: deal.won, window: { rolling: 12 months }");
  const [difference, ...others] = differencesBetween(versionWith(DEALS), versionWith(DEALS, "", undefined, formula));
  expect(others).toEqual([]);
  expect(difference).toMatchObject({ path: "measures.deals", kind: "changed", needsReason: true, because: null });
  const title = MEASURES.replace("Won deals", "Deals won");
  const retitled = differencesBetween(versionWith(REVENUE), versionWith(REVENUE, "", undefined, title));
  expect(retitled).toEqual([]);
});

test("who is asked, whether the market scales it and what keeps it belong to what is asked", () => {
  expect(words(DEALS, "{ measure: deals, at-least: 10, keeps-at: 80% }", "tracks: { reseller: {} }")).toHaveLength(1);
  expect(words(DEALS, "{ measure: deals, at-least: 10, tracks: [reseller] }", "tracks: { reseller: {} }")).toHaveLength(
    2,
  );
});

const benefits = (
  given: string,
  quantity: number,
  rate = "5%",
) => `    benefits: { ${given}: { quantity: ${quantity} } }
benefits:
  fund: { title: Marketing fund, dimension: financial, why: Reach. }
  desk: { title: Solution desk, dimension: technical-enablement, why: Sizing. }
rebates: { deals: { of: deal.won, rate: { gold: ${rate} }, why: W. } }
governance: { grace: ${quantity * 10} days }`;

test("benefits, rebates and governance that changed are reported, and need a reason where a partner may lose by it", () => {
  const [before, after] = [versionWith(DEALS, benefits("fund", 2)), versionWith(DEALS, benefits("fund", 3, "4%"))];
  const differences = differencesBetween(before, after);
  expect(differences.map(differenceInWords)).toEqual([
    "Gold: Marketing fund 2 → 3",
    "Governance grace 20 days → 30 days",
    expect.stringMatching(/^rebate deals .*5%.* → .*4%/),
  ]);
  expect(differences.every(({ needsReason }) => needsReason)).toBe(true);
  const swapped = differencesBetween(before, versionWith(DEALS, benefits("desk", 2)));
  expect(swapped.map(differenceInWords)).toEqual(["Gold: Marketing fund is gone: 2", "Gold: Solution desk is new: 2"]);
});

test("what a tier expects is a difference of the tier, and needs a reason", () => {
  const expecting = (names: string) => `    expects: ${names}
expectations:
  plan: { title: Joint plan, why: Growth is planned. }
  review: { why: Both sides see where they stand., every: quarter }`;
  const differences = differencesBetween(
    versionWith(DEALS, expecting("[plan]")),
    versionWith(DEALS, expecting("[review]").replace("quarter", "month")),
  );
  expect(differences.map(differenceInWords)).toEqual([
    "Gold: Joint plan is gone: expected",
    "Gold: Review is new: expected",
    "expectation review every quarter → every month",
  ]);
  expect(differences.map(({ needsReason }) => needsReason)).toEqual([true, true, false]);
});

test("a tier that came or went is one difference, with its rank", () => {
  const more = "  platinum: { rank: 5, why: W., requires: { measure: deals, at-least: 20 } }";
  expect(differencesBetween(versionWith(DEALS), versionWith(DEALS, more)).map(differenceInWords)).toEqual([
    "Platinum is new: rank 5",
  ]);
  expect(differencesBetween(versionWith(DEALS, more), versionWith(DEALS)).map(differenceInWords)).toEqual([
    "Platinum is gone: rank 5",
  ]);
});

test("another currency, fiscal year or ladder is a difference that needs a reason", () => {
  const differences = differencesBetween(
    versionWith(DEALS),
    versionWith(DEALS, "", "ladder: cumulative\nfiscal-year-starts-in: 4"),
  );
  expect(differences).toMatchObject([
    { path: "fiscal-year-starts-in", before: "1", after: "4", needsReason: true },
    { path: "ladder", before: "highest-own", after: "cumulative", needsReason: true },
    { path: "tracks.reseller", kind: "removed" },
  ]);
});
