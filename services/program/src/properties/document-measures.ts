import fc from "fast-check";
import { aName, aValue, factor, type Notation, optional, words } from "./any-value.js";
import { anAttribute, CITED, conditions, kinds, lowest, someMonths, wholeNumber, window } from "./document-values.js";

const narrowed = {
  title: optional(words),
  effort: optional(fc.constantFrom<unknown>(0, 0.25, 3)),
  window: optional(window),
  where: optional(conditions),
  except: optional(conditions),
  "self-dealing": optional(fc.constant("excluded")),
  since: optional(fc.constantFrom("2020-02-29", "2024-02-27")),
  before: optional(fc.constantFrom("2024-02-28", "2035-01-01")),
  active: optional(fc.constantFrom(true, false)),
  by: optional(anAttribute),
  late: optional(fc.constantFrom("post", "recount")),
};

/** Cited by no other measure, which partners would then not see either. */
const kept: fc.Arbitrary<Notation> = fc.record({
  given: fc.constantFrom("count", "percent"),
  "seen-by": fc.constantFrom("vendor", "everyone"),
});

const field = fc.constantFrom("amount", "quantity");

const netting = {
  "net-of": optional(
    fc.oneof(
      fc.constantFrom<unknown>("deal.refunded", ["deal.refunded", "subscription.churn"]),
      fc.record({ of: fc.constant("deal.refunded"), where: conditions, window }, { requiredKeys: ["of"] }),
    ),
  ),
  "cap-per-customer": optional(fc.constantFrom<unknown>("40%", 50)),
};

const statistic = fc.constantFrom("median", "average", "latest", "greatest", "least");

/** Operands have fixed names, so that drawn measures can cite them. */
const simple: fc.Arbitrary<Notation> = fc.oneof(
  fc.record({ sum: field, of: kinds, ...narrowed, ...netting }),
  fc.record({ count: kinds, ...narrowed, ...netting }),
  fc
    .record({ statistic, field, of: kinds, ...narrowed })
    .map(({ statistic: word, field: of, ...rest }) => ({ [word]: of, ...rest })),
  fc
    .record({ statistic, attribute: anAttribute, of: kinds, ...narrowed })
    .map(({ statistic: word, attribute, ...rest }) => ({ [word]: { attribute }, ...rest })),
  fc.record({ distinct: fc.constantFrom("person", "customer", "product", "region"), of: kinds, ...narrowed }),
  fc.record({
    distinct: fc.constant("person"),
    of: fc.constant("certification"),
    holding: fc.record(
      { rank: aValue, "at-least": wholeNumber.map((n) => 1 + (n % 9)), distinct: fc.constantFrom("product", "region") },
      { requiredKeys: ["rank", "at-least"] },
    ),
  }),
);

const cohort = fc.oneof(
  fc.constantFrom<unknown>("everyone", "region", "country", "market", "tracks"),
  fc.uniqueArray(fc.constantFrom("region", "country", "market", "tracks"), { minLength: 1, maxLength: 3 }),
);

const plainCount: fc.Arbitrary<Notation> = fc.record({
  count: kinds,
  title: optional(words),
  window: optional(window),
});

const composite: fc.Arbitrary<Notation> = fc.oneof(
  fc.record({
    total: fc.array(
      fc.oneof(fc.constant<unknown>("plain"), fc.record({ measure: fc.constant("simple"), times: factor })),
      { minLength: 1, maxLength: 3 },
    ),
    unit: fc.constantFrom("points", "count", "money", "percent"),
  }),
  fc.constantFrom<Notation>({ largest: ["plain", "other"] }, { smallest: ["other", "plain"] }),
  fc.record({ change: fc.constant("simple"), over: someMonths, as: optional(fc.constantFrom("share", "amount")) }),
  fc.record({
    ratio: fc.constantFrom<unknown>(
      ["plain", "other"],
      [{ count: "deal.won" }, { title: "Closed", count: ["deal.won", "deal.lost"] }],
      ["plain", { total: ["plain", { measure: "other", times: "1/2" }] }],
      [{ ratio: ["plain", "other"] }, { ratio: [{ count: "deal.won" }, { largest: ["plain", "other"] }] }],
    ),
  }),
  fc.record({
    active: fc.constantFrom("months", "quarters", "years", "fiscal quarters", "fiscal years"),
    "of-last": fc.integer({ min: 1, max: 12 }),
    with: fc.constantFrom<unknown>("plain", { count: "deal.won", where: { product: "A" } }),
    "at-least": fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ percentile: fc.constantFrom("plain", "simple"), among: cohort }),
  fc.record({ top: fc.constantFrom("plain", "simple"), among: cohort, ties: optional(fc.constantFrom("in", "out")) }),
  fc.record({ nps: fc.constant("customers"), window: optional(window), by: optional(anAttribute) }),
  fc.record({
    renewal: fc.constant("customers"),
    where: optional(conditions),
    "self-dealing": optional(fc.constant("excluded")),
  }),
  fc.record({
    retention: fc.constantFrom("net", "gross"),
    window: fc.constantFrom<unknown>("quarter", { rolling: "12 months" }),
    except: optional(conditions),
  }),
  fc.record({ review: fc.constant("partnership"), window: optional(window) }),
  fc.record({ given: fc.constantFrom("count", "money", "percent", "points"), window: optional(window) }),
  fc.record({ given: fc.constantFrom("percent", "points"), from: anAttribute }),
);

// Each document is about one part of the notation, since the reading of a document takes as long as it is.
export const aboutMeasures = fc
  .record({ simple, composite, kept, drawn: fc.dictionary(aName, plainCount, { maxKeys: 1 }) })
  .map(({ simple: one, composite: other, kept: own, drawn }) => ({
    facts: { "portal.reviewed": {} },
    reviews: { partnership: { every: "quarter", questions: { plan: { ask: "Is there one?", best: 5 } } } },
    measures: { plain: CITED.plain, other: CITED.other, simple: one, composite: other, kept: own, ...drawn },
    tiers: lowest,
  }));
