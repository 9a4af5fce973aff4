import fc from "fast-check";
import type { Notation } from "./any-value.js";

/** What `randomFacts` carry, so that conditions hold of some of them. */
const conditions = fc.constantFrom<Notation>(
  { product: "GTX Pro" },
  { region: ["West", "East"] },
  { level: "professional" },
  { customer: ["Isdom", "Codehow"], product: "MG Special" },
);
const window = fc.constantFrom<unknown>(
  ...["lifetime", "month", "last month", "quarter", "fiscal quarter", "last fiscal year", "year"],
  ...[{ rolling: "90 days" }, { rolling: "12 months" }, { rolling: "400 days" }, { calendar: "6 months" }],
);
const kinds = fc.constantFrom<unknown>(
  "deal.won",
  "seats",
  ["deal.won", "deal.lost"],
  ["subscription.new", "deal.won"],
);
const anyKinds = fc.oneof(
  kinds,
  fc.constantFrom<unknown>("certification", "portal.reviewed", ["certification", "deal.lost"]),
);
const attribute = fc.constantFrom("region", "product", "customer", "level");
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const narrowed = {
  window: sometimes(window),
  where: sometimes(conditions),
  except: sometimes(conditions),
  "self-dealing": sometimes(fc.constant("excluded")),
  since: sometimes(fc.constant("2016-06-15")),
  before: sometimes(fc.constant("2017-09-01")),
  active: sometimes(fc.boolean()),
  by: sometimes(attribute),
  late: sometimes(fc.constantFrom("post", "recount")),
};
const netting = {
  "net-of": sometimes(
    fc.constantFrom<unknown>("deal.refunded", { of: "deal.refunded", where: {}, window: { rolling: "12 months" } }),
  ),
};
const cap = (amount: unknown) => ({ "cap-per-customer": sometimes(fc.constantFrom<unknown>("40%", amount)) });
const count: fc.Arbitrary<Notation> = fc.oneof(
  fc.record({ count: anyKinds, ...narrowed, ...netting, ...cap(2) }),
  fc.record({ sum: fc.constant("quantity"), of: kinds, ...narrowed, ...netting, ...cap(20) }),
  fc.record({ distinct: fc.constantFrom("person", "customer", "product", "level"), of: anyKinds, ...narrowed }),
  fc.record({
    distinct: fc.constantFrom("person", "customer"),
    of: anyKinds,
    window: sometimes(window),
    by: sometimes(attribute),
    holding: fc.record(
      {
        distinct: fc.constantFrom("product", "level"),
        region: fc.constant("West"),
        "at-least": fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ["at-least"] },
    ),
  }),
  statistic("quantity"),
);
const rate: fc.Arbitrary<Notation> = fc
  .record({
    rate: fc.constantFrom<Notation>(
      { nps: "customers" },
      { renewal: "customers" },
      { retention: "net" },
      { retention: "gross" },
    ),
    window: fc.constantFrom<unknown>("year", "last quarter", { rolling: "400 days" }, { rolling: "12 months" }),
    where: sometimes(conditions),
    except: sometimes(conditions),
    by: sometimes(attribute),
  })
  .map(({ rate: word, ...rest }) => ({ ...word, ...rest }));
/** Decimal numbers that facts have as an attribute. */
const rating: fc.Arbitrary<Notation> = fc
  .record({ word: fc.constantFrom("median", "average", "latest", "greatest", "least"), of: kinds, ...narrowed })
  .map(({ word, ...rest }) => ({ [word]: { attribute: "rating" }, ...rest }));
const money: fc.Arbitrary<Notation> = fc.oneof(
  fc.record({ sum: fc.constant("amount"), of: kinds, ...narrowed, ...netting, ...cap(15000.5) }),
  statistic("amount"),
);

function statistic(field: "amount" | "quantity"): fc.Arbitrary<Notation> {
  return fc
    .record({ word: fc.constantFrom("median", "average", "latest", "greatest", "least"), of: kinds, ...narrowed })
    .map(({ word, ...rest }) => ({ [word]: field, ...rest }));
}

/** Measures of one unit, by names that begin with it: facts first, then what is made of them, then what is made of that. */
function family(unit: "count" | "money", simple: fc.Arbitrary<Notation>): fc.Arbitrary<Notation> {
  const base = [`${unit}-a`, `${unit}-b`, `${unit}-c`];
  const made = fc.record({ [`${unit}-made`]: composite(unit, base), [`${unit}-other`]: composite(unit, base) });
  const upper = composite(unit, [...base, `${unit}-made`, `${unit}-other`]);
  const share = ratio([...base, `${unit}-made`, `${unit}-other`]);
  const rank = fc.record({
    of: fc.constantFrom(...base, `${unit}-made`, `${unit}-share`),
    among: cohort,
    how: rankBasis,
  });
  return fc
    .tuple(fc.tuple(simple, simple, simple), made, upper, share, rank)
    .map(([facts, parts, top, part, place]) => ({
      ...Object.fromEntries(base.map((name, i) => [name, facts[i]])),
      ...parts,
      [`${unit}-top`]: top,
      [`${unit}-share`]: part,
      [`${unit}-plain`]: unit === "count" ? { count: "deal.won" } : { sum: "amount", of: "deal.won" },
      [`${unit}-active`]: {
        active: "months",
        "of-last": 6,
        with: `${unit}-plain`,
        "at-least": unit === "count" ? 1 : 100,
      },
      [`${unit}-place`]: { ...place.how(place.of), among: place.among },
    }));
}

const cohort = fc.constantFrom<unknown>("everyone", "region", "country", "market", "tracks", ["country", "tracks"]);
const rankBasis = fc.constantFrom<(of: string) => Notation>(
  (of) => ({ percentile: of }),
  (of) => ({ top: of }),
  (of) => ({ top: of, ties: "in" }),
);

function composite(unit: string, names: readonly string[]): fc.Arbitrary<Notation> {
  const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 3 });
  const one = fc.constantFrom(...names);
  return fc.oneof(
    some.map((total) => ({ total, unit })),
    fc.tuple(one, one).map(([a, b]) => ({ total: [a, { measure: b, times: "-3/2" }] })),
    some.map((largest) => ({ largest })),
    some.map((smallest) => ({ smallest })),
    fc.record({ change: one, over: fc.constantFrom("1 month", "7 months") }),
  );
}

function ratio(names: readonly string[]): fc.Arbitrary<Notation> {
  const one = fc.constantFrom(...names);
  return fc.oneof(
    fc.tuple(one, one).map((pair) => ({ ratio: pair })),
    fc.tuple(one, one, one).map(([a, b, c]) => ({
      ratio: [{ total: [a, b] }, { largest: [...new Set([b, c, `${c.split("-")[0]}-plain`])] }],
    })),
    one.map((name) => ({ change: name, over: "6 months", as: "share" })),
  );
}

/** For tests: so many documents, the same for the same seed. */
export const documentsOfMeasures = ({
  seed,
  count: numRuns,
}: {
  readonly seed: number;
  readonly count: number;
}): string[] => fc.sample(aDocumentOfMeasures, { seed, numRuns });

/**
 * A document of measures of every shape that facts alone decide, made of one another, for facts as
 * `randomFacts` has them.
 */
const aDocumentOfMeasures: fc.Arbitrary<string> = fc
  .tuple(family("count", count), family("money", money), fc.nat(), fc.tuple(rate, rate, rating))
  .map(([counts, amounts, number, [first, second, third]]) =>
    JSON.stringify({
      program: `random-${number}`,
      version: "1",
      currency: "USD",
      "fiscal-year-starts-in": 2,
      markets: { growth: { factor: "50%", regions: "East", countries: "IN", why: "Half." } },
      tracks: { one: {}, two: {}, three: { classified: "otherwise" } },
      facts: { "portal.reviewed": {} },
      measures: { ...counts, ...amounts, "rate-a": first, "rate-b": second, "rating-a": third },
      tiers: { base: { rank: 0, why: "Everyone." } },
    }),
  );
