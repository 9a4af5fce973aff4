import { expect, test } from "vitest";
import { knownCalendarDate } from "../exact/index.js";
import { documentWith, placeBy, programOf } from "../fixtures/index.js";
import { type DecisionRecord, recordOf, serializeRecord } from "./decision.js";
import { explainDecision } from "./explain-decision.js";
import type { GovernanceState } from "./governance-state.js";
import { replayDecision } from "./replay.js";

const PROGRAM = programOf(
  documentWith({
    measures: `revenue: { title: Won revenue, sum: amount, of: deal.won, window: { rolling: 90 days } }
people: { title: Certified people, distinct: person, of: certification }
rate: { title: Win rate, ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }], window: quarter }`,
    requires: "all: [{ measure: revenue, at-least: 75000 }, { measure: people, at-least: 2 }]",
    more: `  platinum:
    rank: 2
    why: W.
    requires: { any: [{ measure: revenue, at-least: 100000 }, { measure: rate, more-than: 40% }] }`,
  }),
);

const ASOF = "2017-06-30";

function place(values: Record<string, string | null>, held: string | null = null): DecisionRecord {
  const before = held === null ? null : standingIn(held);
  const partner = { tracks: ["reseller", "integrator"] };
  return placeBy(PROGRAM, ASOF, { rate: null, revenue: "0", people: "0", ...values }, { partner, before });
}

function standingIn(tier: string): GovernanceState {
  const since = knownCalendarDate("2017-01-01");
  const nothing = { missedSince: null, demotedOn: null, reviewedUpOn: null, reviewedDownOn: null, steps: null };
  return { tier, since, placed: tier, placedSince: since, ...nothing, metOn: {}, heldSince: { [tier]: since } };
}

const explain = (values: Record<string, string | null>) => explainDecision(PROGRAM, place(values));

test("a partner gets the highest tier whose own requirement holds, even where a lower one does not", () => {
  expect(place({}).tier).toBe("registered");
  expect(place({ revenue: "75000", people: "2" }).tier).toBe("gold");
  expect(place({ revenue: "100000" })).toMatchObject({ tier: "platinum", reached: "101" });
  expect(explain({ revenue: "100000" })).toMatchObject({
    tiers: [
      { tier: "registered", isMet: true, requirement: null },
      { tier: "gold", isMet: false },
      { tier: "platinum", isMet: true },
    ],
    next: null,
  });
});

test("a missing cent is a missing tier", () => {
  expect(place({ revenue: "74999.99", people: "2" }).tier).toBe("registered");
  expect(explain({ revenue: "74999.99", people: "2" })).toMatchObject({
    next: { tier: "gold", requirement: { children: [{ gap: "0.01" }, { gap: "0" }] } },
  });
});

test.each([
  [null, "PLACED"],
  ["registered", "PROMOTED"],
  ["gold", "KEPT"],
  ["platinum", "DEMOTED"],
])("gold after %s is %s", (current, outcome) => {
  expect(place({ revenue: "80000", people: "2" }, current)).toMatchObject({
    outcome,
    before: current === null ? null : { placed: current },
  });
});

test("a tier that the program no longer has is remembered by name, but is neither above nor below", () => {
  expect(place({}, "bronze")).toMatchObject({ outcome: "PLACED", before: { placed: "bronze" } });
});

test("a decision carries its inputs, sorted, as exact text", () => {
  expect(place({ rate: "1/3", revenue: "75000.5", people: "2" }).inputs).toEqual({
    tracks: ["integrator", "reseller"],
    region: null,
    country: null,
    joinedOn: null,
    approvals: [],
    override: null,
    hold: null,
    measures: [
      { measure: "people", value: "2" },
      { measure: "rate", value: "1/3" },
      { measure: "revenue", value: "75000.5" },
    ],
  });
});

test("the same inputs give the same bytes, in any order in which they come, and after being stored as JSON", () => {
  const decision = place({ revenue: "80000", people: "2", rate: "1/3" });
  const again = place({ people: "2", rate: "1/3", revenue: "80000" });
  const stored = recordOf(JSON.stringify(Object.fromEntries(Object.entries(again).reverse())));
  expect(serializeRecord(again)).toBe(serializeRecord(decision));
  expect(serializeRecord(stored)).toBe(serializeRecord(decision));
});

test("a decision replayed from its own inputs is the same to the byte, and one that was touched is not", () => {
  const body = serializeRecord(place({ revenue: "80000", people: "2", rate: "1/3" }, "registered"));
  expect(replayDecision(PROGRAM, body)).toEqual({ kind: "Same" });
  const touched = body.replace('"tier":"gold","trace"', '"tier":"platinum","trace"');
  expect(touched).not.toBe(body);
  expect(replayDecision(PROGRAM, touched).kind).toBe("Different");
});

test("the reason is one sentence that a partner can check", () => {
  expect(explain({ revenue: "104332.5" }).summary).toBe(
    "Platinum, because Won revenue of 104,332.50 USD in the 90 days to 30 June 2017 is at least 100,000.00 USD.",
  );
  expect(explain({ revenue: "80000", people: "2" }).summary).toBe(
    "Gold, because Won revenue of 80,000.00 USD in the 90 days to 30 June 2017 is at least 75,000.00 USD " +
      "and Certified people of 2 on 30 June 2017 is at least 2.",
  );
  expect(explain({ rate: "0.405" }).summary).toBe(
    "Platinum, because Win rate of 40.5% in the quarter from 1 April 2017 is more than 40%.",
  );
});

test("a partner in the first tier reads what the next one misses", () => {
  expect(explain({ people: "3" }).summary).toBe(
    "Registered, because Won revenue of 0.00 USD in the 90 days to 30 June 2017 is not at least 75,000.00 USD, as Gold asks.",
  );
});

test("of a choice, what is nearest is what is missing", () => {
  const requires = PROGRAM.tiers[2]?.requires ?? null;
  const tiers = PROGRAM.tiers.slice(0, 2).map((tier) => (tier.requires === null ? tier : { ...tier, requires }));
  const program = { ...PROGRAM, tiers };
  const decision = explainDecision(program, placeBy(program, ASOF, { revenue: "90000", people: "0", rate: "1/10" }));
  expect(decision.summary).toBe(
    "Registered, because Won revenue of 90,000.00 USD in the 90 days to 30 June 2017 is not at least 100,000.00 USD, as Gold asks.",
  );
});

test("where there is only one tier, that is the reason", () => {
  const program = { ...PROGRAM, tiers: PROGRAM.tiers.slice(0, 1) };
  const bare = { ...program, measures: [] };
  const decision = placeBy(bare, ASOF, {});
  expect(decision.tier).toBe("registered");
  expect(explainDecision(bare, decision)).toMatchObject({
    next: null,
    summary: "Registered, because it is the only tier.",
  });
});
