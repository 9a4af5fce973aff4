import { publishedProgram } from "@tiergraph/program/document/program";
import { addDays, decimalOf, knownCalendarDate } from "@tiergraph/program/exact";
import { type Fact, measureFacts } from "@tiergraph/program/measure";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordedFactKind } from "../generated/documents.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const EVERY_SHAPE = `
program: every-shape
version: "1"
currency: USD
fiscal-year-starts-in: 2
measures:
  ninety-days: { sum: amount, of: deal.won, window: { rolling: 90 days } }
  year: { sum: amount, of: deal.won, window: { rolling: 12 months } }
  ever: { sum: amount, of: deal.won, window: lifetime }
  quarter: { count: deal.won, window: quarter }
  last-quarter: { count: deal.won, window: last quarter }
  fiscal-quarter: { sum: amount, of: deal.won, window: fiscal quarter }
  last-fiscal-quarter: { sum: amount, of: deal.won, window: last fiscal quarter }
  of-product: { sum: amount, of: deal.won, window: { rolling: 6 months }, where: { product: [x, y], sector: [retail] } }
  closed: { count: [deal.won, deal.lost], window: { rolling: 1 months } }
  win-rate: { ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }], window: { rolling: 45 days } }
  customers: { distinct: customer, of: deal.won, window: { rolling: 12 months } }
  products: { distinct: product, of: [deal.won, deal.lost], window: lifetime, where: { sector: [retail, energy] } }
  seats: { sum: quantity, of: seats, window: { rolling: 3 months } }
tiers: { base: { rank: 0, why: Everyone. } }
`;
const SEED = 20_261_122;
const program = publishedProgram(EVERY_SHAPE);
const random = seeded(SEED);

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(EVERY_SHAPE);
});
afterAll(() => tiergraph.stop());

test(`what SQL measures is what the engine measures from the same facts, on any day (seed ${SEED})`, async () => {
  const partners = await Promise.all(["one", "two", "none"].map((code) => story.partner(code)));
  const recordedFacts = new Map(
    partners.slice(0, 2).map((id) => [id, Array.from({ length: 250 }, (_, i) => randomFact(`${id}-${i}`))]),
  );
  for (const [partnerId, facts] of recordedFacts) {
    const { recordFacts } = await ask(tiergraph, story.token, operation("record-facts"), {
      facts: facts.map(({ fact, kind }) => ({
        kind,
        partnerId,
        externalId: fact.id,
        on: fact.on,
        amount:
          fact.amountMinor === null
            ? null
            : `${fact.amountMinor / 100n}.${String(fact.amountMinor % 100n).padStart(2, "0")}`,
        quantity: fact.quantity === null ? null : Number(fact.quantity),
        customer: fact.customer,
        product: fact.product,
        attributes: Object.entries(fact.attributes).map(([name, value]) => ({ name, value })),
      })),
    });
    expect(recordFacts.recorded).toBe(250);
  }
  const MEASURES = graphql(
    "query ($id: ID!, $asOf: Date!) { partner(id: $id) { measures(asOf: $asOf) { measure value } } }",
  );
  // The ends of months, quarters and leap days first, then any day.
  const days = [
    "2024-02-29",
    "2024-03-31",
    "2024-05-31",
    "2024-12-31",
    "2025-01-31",
    "2025-02-28",
    ...Array.from({ length: 24 }, randomDay),
  ];
  for (const asOf of days)
    for (const id of partners) {
      const { partner } = await ask(tiergraph, story.token, MEASURES, {
        id,
        asOf,
      });
      const expected = measureFacts(
        program,
        (recordedFacts.get(id) ?? []).map(({ fact }) => fact),
        knownCalendarDate(asOf),
      );
      expect(partner.measures, `as of ${asOf}`).toEqual(
        expected.map(({ measure, value }) => ({ measure, value: value === null ? null : decimalOf(value) })),
      );
    }
});

test("a version that measures what no version measured before counts the facts that are there already", async () => {
  const id = await story.partner("early");
  await story.wonDeal(id, { externalId: "old", on: "2024-06-01", amount: "700.10", product: "z" });
  await story.wonDeal(id, { externalId: "new", on: "2024-06-02", amount: "0.90", product: "z" });
  await story.publish(
    EVERY_SHAPE.replace('version: "1"', 'version: "2"').replace(
      "seats:",
      "of-z: { sum: amount, of: deal.won, where: { product: [z] } }\n  seats:",
    ),
  );
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql(`query ($id: ID!) { partner(id: $id) { measures(names: ["of-z"], asOf: "2024-07-01") { value } } }`),
    { id },
  );
  expect(partner.measures).toEqual([{ value: "701" }]);
});

const KINDS = { "deal.won": "DEAL_WON", "deal.lost": "DEAL_LOST", seats: "SEATS" } as const;

function randomFact(id: string): { fact: Fact; kind: RecordedFactKind } {
  const kind = pick(["deal.won", "deal.won", "deal.lost", "seats"] as const);
  const fact: Fact = {
    id,
    kind,
    on: knownCalendarDate(randomDay()),
    until: null,
    amountMinor: kind === "deal.won" ? BigInt(Math.floor(random() * 1_000_000)) : null,
    quantity: kind === "seats" ? BigInt(Math.floor(random() * 200) - 50) : null,
    customer: random() < 0.1 ? null : pick(["a", "b", "c", "d"]),
    person: null,
    product: random() < 0.1 ? null : pick(["x", "y", "z"]),
    attributes: random() < 0.2 ? {} : { sector: pick(["retail", "energy", "health"]) },
  };
  return { fact, kind: KINDS[kind] };
}

function randomDay(): string {
  return addDays(knownCalendarDate("2023-11-01"), Math.floor(random() * 540));
}

function pick<T>(choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
