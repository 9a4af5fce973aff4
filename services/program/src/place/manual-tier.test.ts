import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, knownCalendarDate as day } from "../exact/index.js";
import { documentWith, placeBy, programOf } from "../fixtures/index.js";
import { type DecisionRecord, type Override, serializeRecord } from "./decision.js";
import { explainDecision } from "./explain-decision.js";
import { replayDecision } from "./replay.js";

/** Registered, Gold at ten points, Platinum at twenty. */
const under = (governance: string) =>
  programOf(
    documentWith({
      measures: "points: { count: deal.won, title: Points }",
      requires: "{ measure: points, at-least: 10 }",
      more: `  platinum: { rank: 2, why: W., requires: { measure: points, at-least: 20 } }
governance: ${governance}`,
    }),
  );
const floor: Override = {
  bound: "at-least",
  id: "o-1",
  tier: "gold",
  until: day("2024-01-31"),
  reason: "Founding partner.",
};

/** One decision after another: the day, the points, and what people decided until then. */
function over(governance: string, days: readonly (readonly [on: string, points: number, override?: Override])[]) {
  const program = under(governance);
  const records: DecisionRecord[] = [];
  for (const [on, points, override = null] of days) {
    const before = records.at(-1)?.after ?? null;
    const given = { points: String(points) };
    records.push(placeBy(program, on, given, { before, override }));
  }
  return records.map((record) => ({ ...record, explained: explainDecision(program, record) }));
}
const tiers = (records: readonly DecisionRecord[]) => records.map(({ tier }) => tier);

test("a tier by hand as a floor: a partner that grows past it gets the higher tier, and never falls below it", () => {
  const records = over("{}", [
    ["2023-11-29", 0, floor],
    ["2023-11-30", 25, floor],
    ["2023-12-01", 0, floor],
    ["2024-01-31", 0],
  ]);
  expect(tiers(records)).toEqual(["gold", "platinum", "gold", "registered"]);
  expect(records.map(({ explained }) => explained.summary)).toEqual([
    "Gold, because people decided that it is at least Gold until 31 January 2024: Founding partner. By the rules alone it would be at risk: Points of 0 up to 29 November 2023 is not at least 10.",
    "Platinum, because Points of 25 up to 30 November 2023 is at least 20.",
    "Platinum until 30 November 2023: Points of 0 up to 1 December 2023 is not at least 20. Gold, because people decided that it is at least Gold until 31 January 2024: Founding partner. By the rules alone it would be at risk: Points of 0 up to 1 December 2023 is not at least 10.",
    "Gold until 30 January 2024: it was given by hand, and that has ended; Points of 0 up to 31 January 2024 is not at least 10. Registered, because Points of 0 up to 31 January 2024 is not at least 10, as Gold asks.",
  ]);
});

test("at risk is shown under a tier by hand, and until when it is safe counts the grace after it", () => {
  const [missed, met] = over("{ grace: 30 days }", [
    ["2023-11-29", 0, floor],
    ["2023-11-30", 10, floor],
  ]).map(({ explained }) => [explained.isAtRisk, explained.safeUntil]);
  expect(missed).toEqual([true, "2024-03-01"]);
  expect(met).toEqual([false, "2024-01-31"]);
});

test.each([floor, { ...floor, bound: "exactly" as const }])(
  "when a tier by hand ends, grace begins on that day ($bound)",
  (given) => {
    const records = over("{ grace: 30 days }", [
      ["2023-11-29", 0, given],
      ["2024-01-30", 0, given],
      ["2024-01-31", 0],
      ["2024-02-29", 0],
      ["2024-03-01", 0],
    ]);
    expect(tiers(records)).toEqual(["gold", "gold", "gold", "gold", "registered"]);
    expect(records[2]).toMatchObject({ safeguards: [{ rule: "GRACE", until: "2024-03-01" }] });
    expect(records[2]?.explained).toMatchObject({
      isAtRisk: true,
      safeUntil: "2024-03-01",
      summary:
        "Gold, because it was given by hand until 31 January 2024; now Points of 0 up to 31 January 2024 is not at least 10. The tier is kept in grace until 1 March 2024.",
    });
    // Nobody earned it, so nobody waits for another promotion because of its end.
    expect(records[4]?.after).toMatchObject({ tier: "registered", demotedOn: null });
    expect(records[4]?.after.byHand).toBeUndefined();
  },
);

test("a tier that was given by hand stays while what keeps it is met, and has a grace of its own from the first miss", () => {
  const records = over("{ grace: 30 days, keeps-at: 80% }", [
    ["2023-11-29", 8, floor],
    ["2024-01-31", 8],
    ["2024-06-01", 7],
    ["2024-06-15", 8],
    ["2024-07-01", 7],
    ["2024-07-30", 7],
    ["2024-07-31", 7],
  ]);
  expect(tiers(records)).toEqual(["gold", "gold", "gold", "gold", "gold", "gold", "registered"]);
  expect(records.map(({ explained }) => explained.isAtRisk)).toEqual([false, false, true, false, true, true, false]);
});

test("under a tier that is exactly by hand, and below what was earned, nothing lingers when it ends", () => {
  const lower: Override = { ...floor, bound: "exactly", tier: "registered" };
  const records = over("{ grace: 30 days }", [
    ["2023-11-29", 25, lower],
    ["2024-01-31", 25],
  ]);
  expect(tiers(records)).toEqual(["registered", "platinum"]);
});

test("a lower floor does not shorten the grace of a higher tier by hand", () => {
  const high: Override = { ...floor, tier: "platinum", until: day("2023-12-01") };
  const records = over("{ grace: 30 days }", [
    ["2023-11-29", 0, high],
    ["2023-12-01", 0, floor],
    ["2023-12-31", 0, floor],
  ]);
  expect(tiers(records)).toEqual(["platinum", "platinum", "gold"]);
});

test("a decision from before there were floors replays as it was made: exactly, and without a grace after it", () => {
  const { bound: _, ...old } = floor;
  const records = over("{ grace: 30 days }", [
    ["2023-11-29", 0, old],
    ["2024-01-31", 0],
  ]);
  expect(tiers(records)).toEqual(["gold", "registered"]);
  expect(records[0]?.after.byHand).toBeUndefined();
});

const someOverride: fc.Arbitrary<Override | null> = fc
  .option(
    fc.record({
      tier: fc.constantFrom("registered", "gold", "platinum"),
      bound: fc.constantFrom("exactly" as const, "at-least" as const),
      days: fc.integer({ min: 1, max: 60 }),
    }),
  )
  .map((given) =>
    given === null
      ? null
      : { bound: given.bound, id: "o", tier: given.tier, until: addDays(day("2024-01-01"), given.days), reason: "R." },
  );
const someDay = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 25 }), someOverride);

test("no matter what people decide and in which order, each decision replays, and a floor is never fallen below", () => {
  fc.assert(
    fc.property(fc.array(someDay, { minLength: 1, maxLength: 12 }), fc.boolean(), (days, hasGrace) => {
      const program = under(hasGrace ? "{ grace: 30 days, keeps-at: 80% }" : "{ steps-per-review: 1 }");
      let before: DecisionRecord["before"] = null;
      let on = day("2024-01-01");
      for (const [gap, points, override] of days) {
        const record = placeBy(program, on, { points: String(points) }, { before, override });
        expect(replayDecision(program, serializeRecord(record))).toEqual({ kind: "Same" });
        const rank = (name: string) => program.tiers.findIndex((tier) => tier.name === name);
        if (override?.bound === "at-least") expect(rank(record.tier)).toBeGreaterThanOrEqual(rank(override.tier));
        if (override?.bound === "exactly") expect(record.tier).toBe(override.tier);
        expect(rank(record.tier)).toBeGreaterThanOrEqual(override?.bound === "exactly" ? 0 : rank(record.after.tier));
        before = record.after;
        on = addDays(on, gap);
      }
    }),
    { numRuns: 500 },
  );
});
