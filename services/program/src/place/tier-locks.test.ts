import { expect, test } from "vitest";
import { governanceInWords } from "../examples/index.js";
import { documentWith, placeBy, placeOver, problemsOf, programOf } from "../fixtures/index.js";
import { explainDecision } from "./explain-decision.js";

/** Four tiers, by ten points each. */
const documentOf = (governance: string, diamond = "") =>
  documentWith({
    measures: "points: { count: deal.won }",
    requires: "{ measure: points, at-least: 10 }",
    more: `  platinum: { rank: 2, why: W., requires: { measure: points, at-least: 20 } }
  diamond: { rank: 3, why: W., requires: { measure: points, at-least: 30 }${diamond} }
governance: ${governance}`,
  });
type Days = readonly (readonly [on: string, points: number])[];
const over = (document: string, days: Days) =>
  placeOver(
    programOf(document),
    days.map(([on, points]) => [on, { points: String(points) }]),
  );
const shown = (records: ReturnType<typeof over>) =>
  records.map(({ tier, safeguards }) => [tier, ...safeguards.map(({ rule, until }) => `${rule} ${until}`)].join(" "));
const lock = (limit: string) => `{ freeze: [{ from: 2026-03-01, to: 2026-05-31, ${limit}, why: A merger. }] }`;

test("a partner does not fall below a locked tier while the lock holds, and falls on when it ends", () => {
  const records = over(documentOf(lock("not-below: gold")), [
    ["2026-01-01", 30],
    ["2026-04-01", 0],
    ["2026-05-31", 0],
    ["2026-06-01", 0],
  ]);
  expect(shown(records)).toEqual(["diamond", "gold TIER_LOCK 2026-06-01", "gold TIER_LOCK 2026-06-01", "registered"]);
});

test("a partner does not rise above a locked tier while the lock holds, one that is above stays", () => {
  const locked = documentOf(lock("not-above: gold"));
  expect(
    shown(
      over(locked, [
        ["2026-01-01", 0],
        ["2026-04-01", 30],
        ["2026-06-01", 30],
      ]),
    ),
  ).toEqual(["registered", "gold TIER_LOCK 2026-06-01", "diamond"]);
  expect(
    shown(
      over(locked, [
        ["2026-01-01", 20],
        ["2026-04-01", 30],
        ["2026-04-02", 0],
      ]),
    ),
  ).toEqual(["platinum", "platinum TIER_LOCK 2026-06-01", "registered"]);
});

test("a lock does not let a partner rise more steps a review than the program allows", () => {
  const stepwise = lock("not-above: platinum").replace("{ freeze", "{ cadence: quarterly, steps-per-review: 1, freeze");
  const records = over(documentOf(stepwise), [
    ["2026-01-01", 0],
    ["2026-04-01", 30],
    ["2026-04-02", 30],
    ["2026-05-02", 30],
    ["2026-07-01", 30],
  ]);
  expect(records.map(({ tier }) => tier)).toEqual(["registered", "gold", "gold", "gold", "platinum"]);
});

test("a cadence of a tier that is new beside its other one begins with the last review of all", () => {
  const document = (cadences: string) => documentOf("{ cadence: quarterly }", cadences);
  const before = over(document(", up: quarterly"), [["2026-01-01", 30]]).at(-1)?.after;
  const changed = programOf(document(', up: quarterly, down: { annual: "01-01" }'));
  const placed = placeBy(changed, "2026-02-10", { points: "0" }, { before: before ?? null });
  expect([placed.tier, ...placed.safeguards.map(({ rule, until }) => `${rule} ${until}`)]).toEqual([
    "diamond",
    "NOT_DUE 2027-01-01",
  ]);
});

test("a review that a lock held back is made up for when it ends", () => {
  const quarterly = lock("not-below: gold").replace("{ freeze", "{ cadence: quarterly, freeze");
  const records = over(documentOf(quarterly), [
    ["2026-01-01", 10],
    ["2026-04-01", 0],
    ["2026-06-01", 0],
  ]);
  expect(shown(records)).toEqual(["gold", "gold TIER_LOCK 2026-06-01", "registered"]);
});

test("a locked tier is safe to the end of its lock, and the lock is said in words", () => {
  const program = programOf(documentOf(lock("not-below: gold")));
  const [, record] = over(documentOf(lock("not-below: gold")), [
    ["2026-01-01", 10],
    ["2026-04-01", 0],
  ]);
  if (record === undefined) throw new Error("There are two");
  expect(explainDecision(program, record)).toMatchObject({
    safeUntil: "2026-06-01",
    summary: expect.stringContaining("The program lets partners rise or fall no further before 1 June 2026."),
  });
  expect(governanceInWords(program)).toContain(
    "No partner falls below Gold from 1 March 2026 to 31 May 2026: A merger.",
  );
  expect(problemsOf(documentOf(lock("not-below: gold, not-above: gold")))).toMatch("found both: write two freezes");
  expect(problemsOf(documentOf(lock("not-below: golf")))).toMatch("did you mean `gold`");
});

test("a tier with a cadence of its own is given and lost on its review days, the others on those of the program", () => {
  const records = over(documentOf("{ cadence: monthly }", ", cadence: { annual: 03-01 }"), [
    ["2026-01-01", 0],
    ["2026-01-15", 30],
    ["2026-02-01", 30],
    ["2026-02-28", 30],
    ["2026-03-02", 30],
    ["2026-04-01", 0],
    ["2027-03-01", 0],
  ]);
  expect(shown(records)).toEqual([
    "registered",
    "registered NOT_DUE 2026-02-01",
    "platinum NOT_DUE 2026-03-01",
    "platinum NOT_DUE 2026-03-01",
    // The review of 1 March is made up for.
    "diamond",
    "diamond NOT_DUE 2027-03-01",
    "registered",
  ]);
});

test("what reaches a tier between its yearly reviews waits for the next, and so does what misses it", () => {
  const records = over(documentOf("{ cadence: on-change }", ", up: { annual: 03-01 }"), [
    ["2026-01-01", 20],
    ["2026-03-01", 20],
    ["2026-03-05", 30],
    ["2027-03-01", 30],
    ["2027-03-02", 20],
  ]);
  expect(shown(records)).toEqual(["platinum", "platinum", "platinum NOT_DUE 2027-03-01", "diamond", "platinum"]);
});

test("a program without cadences of tiers or tenures at most remembers nothing more than before", () => {
  const [record] = over(documentOf("{ cadence: monthly }"), [["2026-01-01", 30]]);
  expect(Object.keys(record?.after ?? {})).not.toContain("reviewedTiers");
  expect(Object.keys(record?.after ?? {})).not.toContain("firstHeld");
});

/** An entry tier for a year at most. */
const entry = (more = "") =>
  programOf(
    documentWith({
      measures: "points: { count: deal.won }",
      requires: `{ all: [{ measure: points, at-least: 10 }, { tenure: gold, at-most: 12 months }] }`,
      more,
    }),
  );
const placed = (program: ReturnType<typeof entry>, days: Days) =>
  placeOver(
    program,
    days.map(([on, points]) => [on, { points: String(points) }]),
  );

test("a tier for at most twelve months is held to the day on which they are full, and not reached again", () => {
  const records = placed(entry(), [
    ["2025-01-15", 10],
    ["2026-01-15", 10],
    ["2026-01-16", 10],
    ["2026-01-17", 10],
    ["2028-01-01", 10],
  ]);
  expect(records.map(({ tier }) => tier)).toEqual(["gold", "gold", "registered", "registered", "registered"]);
  const program = entry();
  const last = records.at(-1);
  if (last === undefined) throw new Error("There are five");
  expect(explainDecision(program, last).summary).toBe(
    "Registered, because Gold was first held on 15 January 2025, more than 12 months ago, as Gold asks.",
  );
  expect(explainDecision(program, last).pathsUp()).toEqual([]);
});

test("a break does not begin the months anew", () => {
  const records = placed(entry(), [
    ["2025-01-15", 10],
    ["2025-06-01", 0],
    ["2025-12-01", 10],
    ["2026-02-01", 10],
  ]);
  expect(records.map(({ tier }) => tier)).toEqual(["gold", "registered", "gold", "registered"]);
});

test("who holds the tier when a version begins to ask for it is counted from the day since which it is held", () => {
  const before = programOf(
    documentWith({ measures: "points: { count: deal.won }", requires: "{ measure: points, at-least: 10 }" }),
  );
  const [held] = placed(before, [["2025-01-15", 10]]);
  const later = placeOver(entry(), [["2026-01-16", { points: "10" }]]);
  expect(later[0]?.tier).toBe("gold");
  if (held === undefined) throw new Error("There is one");
  expect(placeBy(entry(), "2026-01-16", { points: "10" }, { before: held.after }).tier).toBe("registered");
});
