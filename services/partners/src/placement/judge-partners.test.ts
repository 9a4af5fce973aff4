import { publishedProgram } from "@tiergraph/program/document/program";
import { expect, test } from "vitest";
import type { DecisionRow } from "./decision.entity.js";
import { type Candidate, type Judgement, judgePartner, type Verdict } from "./judge-partners.js";

const versionOf = (version: string, silverAt: number) =>
  publishedProgram(`
program: p
version: "${version}"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: lifetime } }
tiers:
  base: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: More., requires: { measure: revenue, at-least: ${silverAt} } }
  gold: { rank: 2, why: Most., requires: { measure: revenue, at-least: 500 } }
`);
const first = versionOf("1", 100);
const second = versionOf("2", 200);

const earned = (revenue: number) => [{ measure: "revenue", value: String(revenue) }];
const newcomer: Candidate = {
  partnerId: "p",
  tracks: [],
  region: null,
  country: null,
  joinedOn: "2025-01-01",
  status: null,
  periods: [],
  latest: null,
  before: null,
  approvals: [],
  override: null,
  hold: null,
  measures: earned(0),
};
const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 31, hour));

interface Placement extends Partial<Omit<Judgement, "newId">> {
  readonly revenue: number;
}
function judge(partner: Candidate, { revenue, ...differing }: Placement): Verdict {
  const judgement = { program: first, asOf: "2026-01-01", runId: null, measuredAt: at(9), decidedAt: at(12) };
  // A decision is named after the day and the revenue that it judges, so that a test can distinguish decisions.
  const newId = () => `${differing.asOf ?? judgement.asOf} ${revenue}`;
  const before = standings.has(partner)
    ? standingBefore(standings.get(partner) ?? [], differing.asOf ?? judgement.asOf)
    : partner.before;
  return judgePartner({ ...partner, before, measures: earned(revenue) }, { ...judgement, ...differing, newId });
}
function decided(partner: Candidate, placement: Placement): Verdict & { kind: "Decided" } {
  const verdict = judge(partner, placement);
  if (verdict.kind !== "Decided") throw new Error(`The placement was ${verdict.kind}`);
  return verdict;
}
/** The partner after the placements, one after the other, about to be judged for a day (a later one than all where left out). */
function after(...placements: Placement[]): Candidate {
  let partner = newcomer;
  const decisions: DecisionRow[] = [];
  for (const placement of placements) {
    const asOf = placement.asOf ?? "2026-01-01";
    const verdict = decided({ ...partner, before: standingBefore(decisions, asOf) }, placement);
    decisions.push(verdict.decision);
    const periods = partner.periods.filter((period) => !verdict.superseded.includes(period));
    const opened = verdict.opened === null ? [] : [verdict.opened];
    partner = { ...partner, status: verdict.status, periods: [...periods, ...opened], latest: verdict.decision };
  }
  standings.set(partner, decisions);
  return partner;
}

/** The decisions behind each partner, for what stood before whichever day is judged next. */
const standings = new WeakMap<Candidate, DecisionRow[]>();
const standingBefore = (decisions: readonly DecisionRow[], asOf: string): DecisionRow | null =>
  decisions.findLast((decision) => decision.asOf < asOf) ?? null;
const history = ({ periods }: Pick<Candidate, "periods">) => periods.map(({ fromOn, tier }) => [fromOn, tier]);

test("the first placement opens the partner's first period on its day", () => {
  expect(decided(newcomer, { revenue: 100 })).toMatchObject({
    decision: { sequence: 1, tier: "silver", previousTier: null, outcome: "PLACED", asOf: "2026-01-01" },
    status: { tier: "silver", since: "2026-01-01", sequence: 1, periodSequence: 1 },
    opened: { fromOn: "2026-01-01", tier: "silver" },
    published: [{ fromOn: "2026-01-01", tier: "silver" }],
  });
});

test("a partner that meets a higher tier is promoted from the day that it is judged for", () => {
  const silver = after({ revenue: 100 });
  expect(decided(silver, { revenue: 500, asOf: "2026-04-01" })).toMatchObject({
    decision: { sequence: 2, tier: "gold", previousTier: "silver", outcome: "PROMOTED" },
    status: { tier: "gold", since: "2026-04-01", asOf: "2026-04-01", sequence: 2, periodSequence: 2 },
    opened: { fromOn: "2026-04-01", tier: "gold" },
    published: [
      { fromOn: "2026-01-01", tier: "silver" },
      { fromOn: "2026-04-01", tier: "gold" },
    ],
  });
});

test("a partner that no longer meets its tier is demoted", () => {
  const gold = after({ revenue: 500 });
  expect(decided(gold, { revenue: 99, asOf: "2026-04-01" })).toMatchObject({
    decision: { tier: "base", previousTier: "gold", outcome: "DEMOTED" },
    status: { tier: "base", since: "2026-04-01" },
  });
});

test("a kept tier is decided again but opens no period, and is held since its first day", () => {
  const silver = after({ revenue: 100 });
  expect(decided(silver, { revenue: 150, asOf: "2026-04-01" })).toMatchObject({
    decision: { sequence: 2, outcome: "KEPT", previousTier: "silver" },
    status: { since: "2026-01-01", asOf: "2026-04-01", sequence: 2, periodSequence: 1 },
    opened: null,
    published: null,
  });
});

test("the same judgement again changes nothing, also right after a promotion", () => {
  const again = { revenue: 500, asOf: "2026-04-01" };
  expect(judge(after({ revenue: 100 }), { revenue: 100 })).toMatchObject({ kind: "Unchanged", partnerId: "p" });
  expect(judge(after({ revenue: 100 }, again), { ...again, measuredAt: at(11) })).toMatchObject({
    kind: "Unchanged",
    partnerId: "p",
    // All that was measured before this, and arrives after it, is old news.
    status: { measuredAt: at(11) },
  });
});

test("another day, other measures, other tracks or another version make a new decision", () => {
  const silver = after({ revenue: 300 });
  expect(judge(silver, { revenue: 300, asOf: "2026-01-02" }).kind).toBe("Decided");
  expect(judge(silver, { revenue: 301 }).kind).toBe("Decided");
  expect(judge({ ...silver, tracks: ["reseller"] }, { revenue: 300 }).kind).toBe("Decided");
  expect(judge(silver, { revenue: 300, program: second }).kind).toBe("Decided");
});

test("measures from before those that were judged last are outdated, no matter what they say", () => {
  const gold = after({ revenue: 500, measuredAt: at(10) });
  expect(judge(gold, { revenue: 0, measuredAt: at(9) })).toEqual({ kind: "Outdated", partnerId: "p" });
  expect(judge(gold, { revenue: 0, measuredAt: at(9), asOf: "2026-04-01" }).kind).toBe("Outdated");
  expect(judge(gold, { revenue: 0, measuredAt: at(10) }).kind).toBe("Decided");
});

test("what an older version judged never overrules a new version, even where it measured later", () => {
  const silver = after({ revenue: 150, measuredAt: at(10) });
  expect(decided(silver, { revenue: 150, measuredAt: at(9), program: second, asOf: "2026-04-01" })).toMatchObject({
    decision: { programVersion: "2", tier: "base", outcome: "DEMOTED" },
  });
});

test("a back-dated placement replaces the periods of its day and later", () => {
  const partner = after(
    { revenue: 0, asOf: "2026-01-01" },
    { revenue: 100, asOf: "2026-04-01" },
    { revenue: 500, asOf: "2026-07-01" },
  );
  const placed = decided(partner, { revenue: 500, asOf: "2026-03-01" });
  expect(placed).toMatchObject({
    decision: { previousTier: "base", outcome: "PROMOTED" },
    status: { tier: "gold", since: "2026-03-01", sequence: 4, periodSequence: 4 },
    published: [
      { fromOn: "2026-01-01", tier: "base", decisionId: "2026-01-01 0" },
      { fromOn: "2026-03-01", tier: "gold", decisionId: "2026-03-01 500" },
    ],
  });
});

test("a back-dated placement in the tier held before ends the later periods and opens none", () => {
  const partner = after({ revenue: 100, asOf: "2026-01-01" }, { revenue: 500, asOf: "2026-04-01" });
  expect(decided(partner, { revenue: 150, asOf: "2026-03-01" })).toMatchObject({
    decision: { outcome: "KEPT" },
    status: { tier: "silver", since: "2026-01-01", periodSequence: 3 },
    opened: null,
    published: [{ fromOn: "2026-01-01", tier: "silver" }],
  });
});

test("a placement back to before the first makes the partner's whole history anew", () => {
  const placed = decided(after({ revenue: 100 }), { revenue: 500, asOf: "2025-06-01" });
  expect(placed).toMatchObject({ decision: { previousTier: null, outcome: "PLACED" } });
  expect(history({ periods: placed.published ?? [] })).toEqual([["2025-06-01", "gold"]]);
});

test("judged again for the same day, the later judgement takes the place of the first", () => {
  const corrected = after({ revenue: 0 }, { revenue: 100, asOf: "2026-04-01" }, { revenue: 500, asOf: "2026-04-01" });
  const restored = after({ revenue: 0 }, { revenue: 100, asOf: "2026-04-01" }, { revenue: 1, asOf: "2026-04-01" });
  expect(history(corrected)).toEqual([
    ["2026-01-01", "base"],
    ["2026-04-01", "gold"],
  ]);
  expect(history(restored)).toEqual([["2026-01-01", "base"]]);
});

test("a tier that the new version no longer has counts as a first placement, and keeps its old name", () => {
  const [period] = after({ revenue: 0 }).periods.map((held) => ({ ...held, tier: "bronze" }));
  const partner = { ...after({ revenue: 0 }), periods: period === undefined ? [] : [period] };
  expect(decided(partner, { revenue: 500, asOf: "2026-04-01" }).decision).toMatchObject({
    previousTier: "bronze",
    outcome: "PLACED",
  });
});
