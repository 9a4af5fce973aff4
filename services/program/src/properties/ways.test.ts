import fc from "fast-check";
import { expect, test } from "vitest";
import type { Program } from "../document/program.js";
import { shownToPartners } from "../document/shown-to-partners.js";
import { addMonths, knownCalendarDate } from "../exact/calendar-date.js";
import { add, isZero, parseExact, toExactString, ZERO } from "../exact/rational.js";
import { placeBy } from "../fixtures/placements.js";
import { programOf } from "../fixtures/sample-program.js";
import { explainDecision } from "../place/explain-decision.js";
import type { Standing } from "../place/standing.js";
import type { Step } from "../ways/shortest-ways.js";
import { hold, TIMEOUT_MS } from "./generators.js";

const MEASURES = ["revenue", "deals", "people", "rate", "churn"] as const;
type Values = Readonly<Record<(typeof MEASURES)[number], string | null>>;
const TODAY = "2026-06-30";

const aLeaf: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 1, max: 9_000 }).map((target) => `{ measure: revenue, at-least: ${target}.5 }`),
  fc
    .tuple(fc.constantFrom("at-least", "more-than"), fc.integer({ min: 1, max: 9 }))
    .map(([bound, target]) => `{ measure: deals, ${bound}: ${target} }`),
  fc.integer({ min: 1, max: 6 }).map((target) => `{ measure: people, at-least: ${target} }`),
  fc.integer({ min: 1, max: 100 }).map((target) => `{ measure: rate, at-least: ${target}% }`),
  fc
    .tuple(fc.constantFrom("at-most", "less-than"), fc.integer({ min: 1, max: 30 }))
    .map(([bound, target]) => `{ measure: churn, ${bound}: ${target}% }`),
  fc.constant("{ approval: invited }"),
  fc.integer({ min: 1, max: 12 }).map((months) => `{ tenure: base, at-least: ${months} months }`),
);
const aTerm = fc
  .record({
    measure: fc.constantFrom("revenue", "deals", "people"),
    points: fc.integer({ min: 1, max: 9 }),
    each: fc.constantFrom("1", "2", "7"),
    whole: fc.boolean(),
    cap: fc.option(fc.integer({ min: 5, max: 60 })),
    floor: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
    gate: fc.option(aLeaf, { freq: 4 }),
  })
  .map(
    ({ measure, points, each, whole, cap, floor, gate }) =>
      `{ measure: ${measure}, points: ${points}, each: ${each}, whole: ${whole}${cap === null ? "" : `, cap: ${cap}`}${floor === null ? "" : `, floor: ${floor}`}${gate === null ? "" : `, gate: ${gate}`} }`,
  );
const aScore = fc
  .tuple(fc.integer({ min: 1, max: 80 }), fc.array(aTerm, { minLength: 1, maxLength: 3 }))
  .map(([total, terms]) => `{ score: { total: ${total}, terms: [${terms.join(", ")}] } }`);
const { rule: aRule } = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: aLeaf, weight: 5 },
    { arbitrary: aScore, weight: 2 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom("all", "any"), fc.array(tie("rule"), { minLength: 1, maxLength: 3 }))
        .map(([join, parts]) => `{ ${join}: [${parts.join(", ")}] }`),
      weight: 2,
    },
    {
      arbitrary: fc
        .array(tie("rule"), { minLength: 2, maxLength: 4 })
        .map((parts) => `{ at-least: 2, of: [${parts.join(", ")}] }`),
      weight: 1,
    },
  ),
}));

const aProgram: fc.Arbitrary<Program> = fc
  .record({ silver: aRule, gold: aRule, ladder: fc.constantFrom("highest-own", "cumulative"), inherits: fc.boolean() })
  .map(({ silver, gold, ladder, inherits }) =>
    programOf(`program: p
version: 1
currency: USD
ladder: ${ladder}
approvals: { invited: { title: Invited, why: W. } }
measures:
  revenue: { title: Won revenue, sum: amount, of: deal.won }
  deals: { title: Won deals, count: deal.won }
  people: { title: Certified people, distinct: person, of: certification }
  rate: { title: Win rate, ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }] }
  churn: { title: Churn, ratio: [{ sum: amount, of: subscription.churn }, { sum: amount, of: subscription.new }] }
tiers:
  base: { rank: 0, why: W. }
  silver: { rank: 1, why: W., requires: ${silver} }
  gold: { rank: 2, why: W.${inherits ? ", inherits: silver" : ""}, requires: ${gold} }
`),
  );
const aValue = (most: number) => fc.nat({ max: most });
const someValues: fc.Arbitrary<Values> = fc.record({
  revenue: aValue(9_000).map((cents) => `${cents}.25`),
  deals: aValue(9).map(String),
  people: aValue(6).map(String),
  rate: fc.option(
    aValue(100).map((hundredths) => String(hundredths / 100)),
    { freq: 3 },
  ),
  churn: fc.option(
    aValue(50).map((hundredths) => String(hundredths / 100)),
    { freq: 3 },
  ),
});

/** What the partner would be after its steps, worked out here and not by what made the way. */
function after(values: Values, steps: readonly Step[]): { values: Values; approvals: string[]; since: string } {
  const next: Record<string, string | null> = { ...values };
  let [approvals, since]: [string[], string] = [[], TODAY];
  for (const step of steps) {
    if (step.kind === "approval") approvals = ["invited"];
    else if (step.kind === "tenure") since = addMonths(knownCalendarDate(TODAY), -24);
    else if (step.kind === "measure")
      next[step.measure] = toExactString(add(parseExact(values[step.measure as keyof Values] ?? "0") ?? ZERO, step.by));
  }
  return { values: next as Values, approvals, since }; // Only values of the same keys were put in.
}

test("each way up leads to the tier, and has no step of zero", { timeout: TIMEOUT_MS }, () => {
  let [open, led, played] = [0, 0, 0];
  hold("each way up leads there", () =>
    fc.property(aProgram, someValues, (program, values) => {
      const record = placeBy(program, TODAY, values);
      const explained = explainDecision(program, record);
      if (explained.next === null) return true;
      const ways = explained.waysUp();
      open++;
      if (ways.length > 0) led++;
      for (const { steps } of ways) {
        played++;
        if (steps.some((step) => step.kind === "measure" && step.hasValue && isZero(step.by))) return false;
        const there = after(values, steps);
        const before: Standing = { ...record.after, heldSince: { base: knownCalendarDate(there.since) } };
        const reached = placeBy(program, TODAY, there.values, { before, approvals: there.approvals }).reached;
        if (reached[program.tiers.findIndex(({ name }) => name === explained.next?.tier)] !== "1") return false;
      }
      return true;
    }),
  );
  // Ways that do not lead there are left out: most partners must still be shown one.
  console.log(`of ${open} partners ${led} are shown a way, ${played} ways played`);
  expect(led / open).toBeGreaterThan(0.9);
});

test("what is shown to partners meets the same tiers as the whole program, whichever measures it keeps", {
  timeout: TIMEOUT_MS,
}, () => {
  let hidden = 0;
  const someKept = fc.subarray([...MEASURES], { minLength: 1 });
  hold("partners are shown the same tiers", () =>
    fc.property(aProgram, someKept, someValues, (plain, kept, values) => {
      const isKept = (name: string): boolean => kept.some((one) => one === name);
      const measures = plain.measures.map((measure) =>
        isKept(measure.name) ? { ...measure, seenBy: "vendor" as const } : measure,
      );
      const program: Program = { ...plain, measures };
      const record = placeBy(program, TODAY, values);
      const [whole, shown] = [program, shownToPartners(program)].map((one) => explainDecision(program, record, one));
      if (whole === undefined || shown === undefined) return false;
      if (JSON.stringify(shown.tiers).includes('"withheld"')) hidden++;
      const marks = (tiers: typeof whole.tiers) => tiers.map(({ isMet }) => isMet).join();
      const named = shown
        .waysUp()
        .flatMap(({ steps }) => steps.flatMap((step) => (step.kind === "measure" ? step.measure : [])));
      return marks(whole.tiers) === marks(shown.tiers) && whole.isAtRisk === shown.isAtRisk && !named.some(isKept);
    }),
  );
  expect(hidden).toBeGreaterThan(5_000);
});
