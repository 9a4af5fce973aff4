import fc from "fast-check";
import { test } from "vitest";
import { addDays, knownCalendarDate } from "../exact/index.js";
import { aFact, documentWith, programOf } from "../fixtures/index.js";
import { type Fact, type MeasureValue, measureFacts, ranksOf, shareOfRank } from "../measure/index.js";
import { type GovernanceState, placePartner, serializeRecord } from "../place/index.js";
import { hold, TIMEOUT_MS } from "./hold.js";

const ASOF = knownCalendarDate("2020-06-30");
const PROGRAM = programOf(
  documentWith({
    head: "markets: { growth: { factor: 50%, countries: [IN], why: Half. } }",
    measures: `revenue: { sum: amount, of: deal.won, window: { rolling: 12 months }, cap-per-customer: 40% }
people: { distinct: person, of: certification }
by-region: { count: deal.won, by: region }
standing: { percentile: revenue, among: everyone }`,
    requires: `any: [{ measure: revenue, at-least: 5, scale-by: market }, { measure: people, at-least: 2 }]`,
    more: `  platinum:
    rank: 2
    why: W.
    requires:
      all: [{ measure: standing, at-least: 60% }, { across: region, at-least: 2, requires: { measure: by-region, at-least: 1 } }]
governance: { keeps-at: 80%, grace: 30 days, steps-per-review: 1 }`,
  }),
);

interface Partner {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly country: string | null;
  readonly held: string | null;
}
const aFactOf = fc
  .record({
    kind: fc.constantFrom("deal.won", "certification"),
    back: fc.nat({ max: 500 }),
    amount: fc.nat({ max: 900 }),
    customer: fc.constantFrom(null, "Isdom", "Cancity", "Codehow"),
    person: fc.constantFrom("Ada", "Ben", "Cleo"),
    region: fc.constantFrom("West", "East"),
  })
  .map(({ kind, back, amount, customer, person, region }) =>
    aFact({ kind, on: addDays(ASOF, -back), amountMinor: BigInt(amount), customer, person, attributes: { region } }),
  );
const aPool: fc.Arbitrary<Partner[]> = fc
  .array(
    fc.record({
      facts: fc.array(aFactOf, { maxLength: 6 }),
      country: fc.constantFrom(null, "IN", "DE"),
      held: fc.constantFrom(null, "registered", "gold", "platinum"),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((partners) => partners.map((partner, i) => ({ name: `partner-${i}`, ...partner })));

function standingIn(tier: string | null): GovernanceState | null {
  if (tier === null) return null;
  const since = knownCalendarDate("2019-01-01");
  const nothing = { missedSince: null, demotedOn: null, reviewedUpOn: null, reviewedDownOn: null, steps: null };
  return { tier, since, placed: tier, placedSince: since, ...nothing, metOn: {}, heldSince: { [tier]: since } };
}

/** Decisions by partner: all are ranked against each other, and then placed one by one, so many at once. */
function placePool(pool: readonly Partner[], chunk: number): Map<string, string> {
  const measured = new Map(pool.map(({ name, facts }) => [name, valuesOf(facts)]));
  const ranks = ranksOf(new Map([...measured].map(([name, values]) => [name, values.get("revenue")?.value ?? null])));
  const decided = new Map<string, string>();
  for (let start = 0; start < pool.length; start += chunk)
    for (const { name, country, held } of pool.slice(start, start + chunk)) {
      const values = measured.get(name) ?? new Map<string, MeasureValue>();
      const standing = values.get("standing");
      if (standing === undefined) throw new Error("Everyone has a value of standing, even if it is none");
      const measures = new Map(values).set("standing", {
        ...standing,
        value: shareOfRank({ counts: "not-above" }, ranks.get(name) ?? null),
      });
      const partner = { tracks: [], country };
      const nobody = { approvals: [], override: null, hold: null };
      const record = placePartner({
        program: PROGRAM,
        asOf: ASOF,
        measures,
        partner,
        before: standingIn(held),
        ...nobody,
      });
      decided.set(name, serializeRecord(record));
    }
  return decided;
}

const valuesOf = (facts: readonly Fact[]) =>
  new Map(measureFacts(PROGRAM, facts, ASOF).map((value) => [value.measure, value]));

const isSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  one.size === other.size && [...one].every(([name, record]) => other.get(name) === record);

test("where a partner is placed does not depend on when its turn comes, nor on how many are placed at once", {
  timeout: TIMEOUT_MS,
}, () => {
  hold("order and chunks", () =>
    fc.property(
      aPool.chain((pool) => fc.tuple(fc.constant(pool), fc.shuffledSubarray(pool, { minLength: pool.length }))),
      fc.integer({ min: 1, max: 8 }),
      ([pool, shuffled], chunk) =>
        isSame(
          placePool(pool, pool.length),
          placePool(
            shuffled.map((partner) => ({ ...partner, facts: [...partner.facts].reverse() })),
            chunk,
          ),
        ),
    ),
  );
});

test("equal facts give equal tiers: a partner by another name is placed the same, and so is everyone else", {
  timeout: TIMEOUT_MS,
}, () => {
  hold("names", () =>
    fc.property(aPool, fc.nat({ max: 7 }), (pool, shift) => {
      const renamed = pool.map((partner, i) => ({ ...partner, name: pool[(i + shift) % pool.length]?.name ?? "" }));
      const [before, after] = [placePool(pool, 3), placePool(renamed, 3)];
      return pool.every(({ name }, i) => before.get(name) === after.get(renamed[i]?.name ?? ""));
    }),
  );
});
