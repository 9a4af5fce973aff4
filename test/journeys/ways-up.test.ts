import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type {
  FactInput,
  HypotheticalDealInput,
  HypotheticalFactInput,
  RecordedFactKind,
} from "../generated/documents.js";
import { ask, askRaw, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
const PARTNERS = 25;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(`
program: ways
version: "1"
currency: USD
ladder: cumulative
facts: { workshop.held: { needs: [quantity] } }
measures:
  revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: 12 months } }
  seats: { title: Seats, sum: quantity, of: seats }
  workshops: { title: Workshops, count: workshop.held }
  experts: { title: Experts, distinct: person, of: certification, where: { level: expert } }
tiers:
  base: { rank: 0, why: All. }
  silver:
    rank: 1
    why: W.
    requires: { any: [{ measure: revenue, at-least: 1000, why: W. }, { measure: seats, more-than: 40, why: W. }] }
  gold:
    rank: 2
    why: W.
    requires:
      all:
        - { measure: experts, at-least: 2, why: W. }
        - score: { total: 20, terms: [{ measure: revenue, points: 1, each: 100, cap: 12, why: W. }, { measure: workshops, points: 4, each: 1, why: W. }] }
          why: W.
  top: { rank: 3, why: W., requires: { at-least: 2, of: [{ measure: seats, at-least: 100 }, { measure: revenue, at-least: 9000 }, { measure: workshops, at-least: 9 }], why: W. } }
courses: { mastery: { title: Mastery, certifies: { level: expert, valid: 24 months } } }
`);
});
afterAll(() => tiergraph.stop());

/** A step as the facts that somebody who follows it would record. */
function factsOf({ measure, by }: { measure: string | null; by: string | null }): {
  deals: HypotheticalDealInput[];
  facts: HypotheticalFactInput[];
  certifications: { level: string }[];
} {
  const count = Array.from({ length: Math.ceil(Number(by)) }, () => null);
  switch (measure) {
    case "revenue":
      return { deals: [{ amount: by }], facts: [], certifications: [] };
    case "seats":
      return { deals: [], facts: [{ kind: "SEATS", quantity: Number(by) }], certifications: [] };
    case "workshops": {
      const held = { kind: "DECLARED" as const, declaredKind: "workshop.held", quantity: 1 };
      return { deals: [], facts: count.map(() => held), certifications: [] };
    }
    default:
      return { deals: [], facts: [], certifications: count.map(() => ({ level: "expert" })) };
  }
}

const rankOf = (title: string): number => ["Base", "Silver", "Gold", "Top"].indexOf(title);

const someHistory = fc.record({
  revenue: fc.option(fc.integer({ min: 1, max: 9_500 })),
  seats: fc.option(fc.integer({ min: 1, max: 120 })),
  workshops: fc.nat({ max: 9 }),
});

test("each way up that a partner is shown, played through what-if, leads to the tier", async () => {
  const today = dayFromToday(0);
  let played = 0;
  for (const [i, history] of fc.sample(someHistory, PARTNERS).entries()) {
    const partnerId = await story.partner(`partner-${i}`);
    const fact = (kind: RecordedFactKind, more: Partial<FactInput>): FactInput => ({
      kind,
      partnerId,
      externalId: crypto.randomUUID(),
      on: today,
      ...more,
    });
    const facts = [
      ...(history.revenue === null ? [] : [fact("DEAL_WON", { amount: String(history.revenue) })]),
      ...(history.seats === null ? [] : [fact("SEATS", { quantity: history.seats })]),
      ...Array.from({ length: history.workshops }, () =>
        fact("DECLARED", { declaredKind: "workshop.held", quantity: 1 }),
      ),
    ];
    if (facts.length > 0) await story.change("record-facts", { facts });
    await story.settled();
    const { partner } = await ask(tiergraph, story.token, operation("ways-up"), { partnerId });
    const { next } = partner.tierStatus;
    if (next === null) continue;
    expect(next.ways.length, JSON.stringify(history)).toBeGreaterThan(0);
    for (const { steps } of next.ways) {
      const parts = steps.map(factsOf);
      const supposed = {
        deals: parts.flatMap((part) => part.deals),
        facts: parts.flatMap((part) => part.facts),
        certifications: parts.flatMap((part) => part.certifications),
      };
      const outcome = await ask(tiergraph, story.token, operation("what-if"), { partnerId, ...supposed });
      const described = JSON.stringify({ history, steps: steps.map(({ inWords }) => inWords) });
      // As many steps as lead there may lead further.
      expect(rankOf(outcome.partner.whatIf.placement.reached.title), described).toBeGreaterThanOrEqual(
        rankOf(next.tier.title),
      );
      played++;
    }
  }
  expect(played).toBeGreaterThan(PARTNERS);
});

test("a supposed fact that lacks what its kind needs is refused as it would be when recorded", async () => {
  const partnerId = await story.partner("careless");
  const refusal = async (facts: HypotheticalFactInput[]) =>
    (await askRaw(tiergraph, story.token, operation("what-if"), { partnerId, facts })).errors?.[0]?.message;
  expect(await refusal([{ kind: "DECLARED", declaredKind: "workshop.held" }])).toBe(
    "A workshop.held fact needs its quantity.",
  );
  expect(await refusal([{ kind: "DECLARED", declaredKind: "workshop.hold" }])).toContain("Unknown kind of fact");
});
