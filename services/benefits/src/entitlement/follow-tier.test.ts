import { publishedProgram } from "@tiergraph/program/document/program";
import { expect, test } from "vitest";
import type { EntitlementRow } from "./entitlement.entity.js";
import { type Following, followTier } from "./follow-tier.js";

const program = publishedProgram(`
program: p
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
benefits:
  portal: { dimension: technical-enablement, why: To work. }
  passes: { dimension: go-to-market, why: To meet. }
  manager: { dimension: go-to-market, why: To talk. }
tiers:
  base: { rank: 0, why: Everyone. }
  silver:
    rank: 1
    why: More.
    requires: { measure: revenue, at-least: 1 }
    benefits: { portal: {}, passes: { quantity: 2 } }
  gold:
    rank: 2
    why: Most.
    requires: { measure: revenue, at-least: 2 }
    benefits: { portal: {}, passes: { quantity: 5 }, manager: {} }
`);
const held = (benefit: string, quantity: number | null): EntitlementRow => ({
  partnerId: "p",
  entitlementId: `held ${benefit}`,
  benefit,
  tier: "silver",
  program: "p",
  programVersion: "1",
  quantity,
  grantedOn: "2026-01-01",
  withdrawnOn: null,
  decisionId: "d1",
});
const ofSilver = [held("portal", null), held("passes", 2)];
const follow = (tier: string | null, differing: Partial<Following> = {}) =>
  followTier({
    program,
    partnerId: "p",
    current: tier === null ? null : { partnerId: "p", decisionId: "d2", fromOn: "2026-04-01", tier },
    held: [],
    versionOf: () => program,
    since: "2026-04-01",
    newId: () => "new",
    ...differing,
  });
const granted = ({ granted: rows }: ReturnType<typeof follow>) =>
  rows.map(({ benefit, quantity }) => [benefit, quantity]);
const withdrawn = ({ withdrawn: rows }: ReturnType<typeof follow>) => rows.map(({ entitlementId }) => entitlementId);

test("a partner gets what its tier gives, from the first day of the tier, by the decision that gave it the tier", () => {
  expect(follow("silver").granted[1]).toEqual({
    partnerId: "p",
    entitlementId: "new",
    benefit: "passes",
    tier: "silver",
    program: "p",
    programVersion: "1",
    quantity: 2,
    grantedOn: "2026-04-01",
    withdrawnOn: null,
    decisionId: "d2",
  });
  expect(granted(follow("silver"))).toEqual([
    ["portal", null],
    ["passes", 2],
  ]);
});

test("a promotion keeps what both tiers give alike and exchanges what they give in other numbers", () => {
  const changes = follow("gold", { held: ofSilver });
  expect(granted(changes)).toEqual([
    ["passes", 5],
    ["manager", null],
  ]);
  expect(changes.withdrawn).toEqual([{ partnerId: "p", entitlementId: "held passes", withdrawnOn: "2026-04-01" }]);
});

test("a demotion takes what the lower tier does not give", () => {
  const ofGold = [held("portal", null), held("passes", 5), held("manager", null)];
  const changes = follow("silver", { held: ofGold });
  expect(withdrawn(changes)).toEqual(["held passes", "held manager"]);
  expect(granted(changes)).toEqual([["passes", 2]]);
});

test("a partner that holds just what its tier gives neither gains nor loses", () => {
  expect(follow("silver", { held: ofSilver })).toEqual({ granted: [], withdrawn: [] });
});

test("a tier that gives nothing, and no tier at all, take everything", () => {
  for (const tier of ["base", null]) {
    const changes = follow(tier, { held: ofSilver });
    expect(withdrawn(changes)).toEqual(["held portal", "held passes"]);
    expect(granted(changes)).toEqual([]);
  }
});

test("a benefit that a partner is placed back from before it was granted was held for no time", () => {
  const changes = follow("base", { held: ofSilver, since: "2025-06-01" });
  expect(changes.withdrawn.map(({ withdrawnOn }) => withdrawnOn)).toEqual(["2026-01-01", "2026-01-01"]);
});

const promising = (transition: string, version = "2") =>
  publishedProgram(`
program: p
version: "${version}"
currency: USD
fiscal-year-starts-in: 2
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
benefits:
  portal: { dimension: technical-enablement, why: To work. }
  passes: { dimension: go-to-market, per: fiscal quarter, transition: ${transition}, why: To meet. }
tiers:
  base: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: More., requires: { measure: revenue, at-least: 1 }, benefits: { passes: { quantity: 2 } } }
  gold: { rank: 2, why: Most., requires: { measure: revenue, at-least: 2 }, benefits: { passes: { quantity: 5 } } }
`);

test.each([
  ["at-once", "2026-04-01"],
  ["{ keeps: 90 days }", "2026-06-30"],
  ["period-end", "2026-05-01"],
  ["{ until: 2026-12-31 }", "2027-01-01"],
  ["{ until: 2026-01-31 }", "2026-04-01"],
])("with a transition of %s a partner that left on 1 April holds a benefit until %s", (transition, withdrawnOn) => {
  const changes = follow("base", {
    program: promising(transition),
    versionOf: () => promising(transition),
    held: [held("passes", 5)],
  });
  expect(changes.withdrawn).toEqual([{ partnerId: "p", entitlementId: "held passes", withdrawnOn }]);
});

test("what was promised when it was granted holds, no matter what later versions say", () => {
  const granting = promising("{ keeps: 90 days, as-promised: true }", "1");
  const changes = (versionOf: Following["versionOf"]) =>
    follow("base", { program: promising("at-once"), versionOf, held: [held("passes", 5)] }).withdrawn[0]?.withdrawnOn;
  expect(changes(() => granting)).toBe("2026-06-30");
  expect(changes(() => promising("{ keeps: 90 days }", "1"))).toBe("2026-04-01");
});

test("a lower quantity begins at once, beside the higher one that is kept; a higher one takes its place", () => {
  const program = promising("{ keeps: 90 days }");
  const down = follow("silver", { program, versionOf: () => program, held: [held("passes", 5)] });
  expect(granted(down)).toEqual([["passes", 2]]);
  expect(down.withdrawn[0]?.withdrawnOn).toBe("2026-06-30");
  const up = follow("gold", { program, versionOf: () => program, held: [held("passes", 2)] });
  expect(up.withdrawn[0]?.withdrawnOn).toBe("2026-04-01");
});

test("a tier that is reached again while its benefit is still held ends the promise and gives it anew", () => {
  const program = promising("{ keeps: 90 days }");
  const lasting = { ...held("passes", 5), withdrawnOn: "2026-06-30" };
  const changes = follow("gold", { program, versionOf: () => program, held: [lasting] });
  expect(granted(changes)).toEqual([["passes", 5]]);
  expect(changes.withdrawn).toEqual([{ partnerId: "p", entitlementId: "held passes", withdrawnOn: "2026-04-01" }]);
});
