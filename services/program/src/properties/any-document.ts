import fc from "fast-check";
import { aboutEnablement } from "./any-enablement.js";
import { scores, sharedTerm, sheet, weights } from "./any-score.js";
import { aName, audience, aValue, decimals, factor, optional, words } from "./any-value.js";
import { aCadence, aGovernanceOf, type Notation } from "./generators.js";

const anAttribute = fc.constantFrom("product", "customer", "region", "level", "7");

const wholeNumber = fc.integer({ min: 1, max: 1_000_000 });
const percent = fc.constantFrom("80%", "0.8", "33.3333333%", "100%", "0.125%");
const money = fc.constantFrom<unknown>(1, 75000, "100.5", 0.01, "123456789012345678901234.56");
const length = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((n) => `${n} days`),
  fc.integer({ min: 1, max: 60 }).map((n) => `${n} months`),
);
const months = fc.integer({ min: 1, max: 60 }).map((n) => `${n} months`);
const window = fc.oneof(
  fc.constantFrom<unknown>("month", "quarter", "year", "fiscal quarter", "fiscal year", "lifetime"),
  fc.constantFrom<unknown>("last month", "last quarter", "last year", "last fiscal quarter", "last fiscal year"),
  length.map((rolling) => ({ rolling })),
  months.map((calendar) => ({ calendar })),
);
const conditions = fc.dictionary(
  anAttribute,
  fc.oneof(aValue, fc.uniqueArray(aValue, { minLength: 1, maxLength: 3 })),
  {
    minKeys: 1,
    maxKeys: 2,
  },
);
const kinds = fc.oneof(
  fc.constantFrom<unknown>("deal.won", "seats", "customer", "portal.reviewed"),
  fc.constant<unknown>(["deal.won", "deal.registered", "portal.reviewed"]),
);
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

/** The measures that others are made of have fixed names, so that whatever is drawn can be cited. */
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
  fc.record({ change: fc.constant("simple"), over: months, as: optional(fc.constantFrom("share", "amount")) }),
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

const scaled = { "scale-by": optional(fc.constant("market")) };
const threshold: fc.Arbitrary<Notation> = fc.oneof(
  fc
    .record({
      measure: fc.constantFrom("plain", "other"),
      word: fc.constantFrom("at-least", "more-than"),
      bound: wholeNumber,
      "keeps-at": optional(fc.constantFrom("80%", "12.5%")),
      ...scaled,
      ...audience,
    })
    .map(({ word, bound, ...rest }) => ({ [word]: bound, ...rest })),
  fc
    .record({
      measure: fc.constantFrom("plain", "other"),
      word: fc.constantFrom("at-most", "less-than", "exactly"),
      bound: wholeNumber,
      ...scaled,
      ...audience,
    })
    .map(({ word, bound, ...rest }) => ({ [word]: bound, ...rest })),
  fc.record({ measure: fc.constant("revenue"), "at-least": money, ...scaled, ...audience }),
  fc.record({ measure: fc.constant("rate"), "more-than": percent, ...audience }),
  fc.record({ measure: fc.constant("kept"), "at-most": wholeNumber, ...audience }),
);
const requirement: fc.Arbitrary<Notation> = fc.letrec<{ requirement: Notation }>((tie) => {
  const several = fc.array(tie("requirement"), { minLength: 1, maxLength: 2 });
  return {
    requirement: fc.oneof(
      { maxDepth: 1 },
      threshold,
      fc
        .record({
          score: fc.constantFrom("points", "best"),
          word: fc.constantFrom("at-least", "more-than"),
          bound: decimals,
          ...scaled,
          ...audience,
        })
        .map(({ word, bound, ...rest }) => ({ [word]: bound, ...rest })),
      fc.record({ tenure: fc.constant("gold"), "at-least": months, ...audience }),
      fc.record({ tenure: fc.constant("gold"), "at-most": months, ...audience }),
      fc.record({ approval: fc.constant("invited"), ...audience }),
      fc.tuple(sheet(threshold), decimals).map(([score, total]) => ({ score: { total, ...score } })),
      fc.record({ all: several, ...audience }),
      fc.record({ any: several, ...audience }),
      several.map((of) => ({ "at-least": of.length, of })),
      fc.record({
        "for-each": anAttribute,
        where: optional(tie("requirement")),
        requires: tie("requirement"),
        ...audience,
      }),
      fc.record({
        across: anAttribute,
        "at-least": optional(fc.integer({ min: 1, max: 9 })),
        requires: tie("requirement"),
        ...audience,
      }),
    ),
  };
}).requirement;

const head = {
  why: optional(words),
  source: optional(words),
  ladder: optional(fc.constantFrom("highest-own", "cumulative")),
  "tracks-join": optional(fc.constantFrom("all", "best-of")),
  "fiscal-year-starts-in": optional(fc.integer({ min: 1, max: 12 })),
  changes: optional(fc.constant([{ at: "tiers.gold", because: "It is worth more." }])),
};
const course = fc.record({
  title: optional(words),
  role: optional(fc.constantFrom("sales", "engineering")),
  certifies: optional(fc.record({ level: aValue, valid: optional(months) }, { requiredKeys: ["level"] })),
});
const countingPeriod = fc.constantFrom("month", "quarter", "year", "fiscal quarter", "fiscal year", "lifetime");
const first = fc.record({ count: fc.integer({ min: 1, max: 90 }), per: countingPeriod });
const byTier = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom("registered", "gold"), value, { minKeys: 1 });
/** Keys are amounts, lowest first, as a printed document has them. */
const byAmount = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom("500", "20000.5", "100000"), value, { minKeys: 1 });
const ruleOfPay = {
  title: optional(words),
  where: optional(conditions),
  except: optional(conditions),
  "self-dealing": optional(fc.constant("excluded")),
  since: optional(fc.constantFrom("2020-02-29", "2024-02-27")),
  regions: optional(fc.constant(["EMEA"])),
  "from-first-deal": optional(fc.constantFrom("1 month", "12 months")),
  gate: optional(
    fc.constantFrom(
      { tier: "gold" },
      { "not-demoted-for": "12 months" },
      { tier: "gold", "held-for": "6 months", "held-since": "2024-02-29", "not-demoted-for": "1 month" },
    ),
  ),
};
const caps = fc.array(
  fc.record(
    { "at-most": money, per: fc.oneof(countingPeriod, fc.constant("fact")), by: optional(anAttribute) },
    { requiredKeys: ["at-most", "per"] },
  ),
  { minLength: 1, maxLength: 2 },
);
const rebate = fc
  .record({
    paid: fc.oneof(
      fc.record({ rate: byTier(percent) }),
      fc.record({
        rate: byTier(percent),
        accelerators: fc.constant([{ above: 100, over: "quarter", times: "7/3" }]),
      }),
      fc.record({
        rate: fc.record({ gold: byAmount(percent) }),
        bands: fc.constantFrom("marginal", "whole-amount"),
        "bands-by": fc.constantFrom("amount", "quantity"),
        over: countingPeriod,
      }),
    ),
    rule: fc.record({ of: kinds, ...ruleOfPay, why: words, caps: optional(caps), first: optional(first) }),
    netOf: optional(fc.constant("deal.refunded")),
  })
  .map(({ paid, rule, netOf }) => ({ ...rule, ...paid, "net-of": netOf }));
const pay = fc.constantFrom<unknown>(1, 99.5, 1500);
const bonus = fc.record({
  ...ruleOfPay,
  sum: fc.constantFrom("amount", "quantity"),
  of: kinds,
  over: countingPeriod,
  targets: fc.oneof(byAmount(pay), byTier(byAmount(pay))),
  prorate: optional(fc.constant("by-days")),
  why: words,
});
const spiff = fc.record({
  ...ruleOfPay,
  of: kinds,
  before: fc.constant("2035-01-01"),
  pays: fc.oneof(pay, byTier(pay)),
  first: optional(first),
  why: words,
});
const fund = fc.record({
  title: optional(words),
  over: countingPeriod.filter((period) => period !== "lifetime"),
  budget: money,
  allocates: fc.oneof(
    fc.constant<unknown>("discretion"),
    byTier(money),
    fc.record({ of: kinds, where: optional(conditions), rate: percent }),
  ),
  reimburses: optional(percent),
  "claim-within": optional(fc.constantFrom("1 day", "60 days")),
  why: words,
});
const ceiling = fc
  .record({
    of: fc.constantFrom<unknown>("everything", ["benefits.one"]),
    each: fc.constantFrom("partner", "program"),
    over: countingPeriod,
    most: fc.constantFrom<Notation>({ times: 5 }, { "at-most": 99.5 }),
    beyond: fc.constantFrom("remainder", "refuse", "alert"),
    "alert-at": optional(percent),
    why: words,
  })
  .map(({ most, ...rest }) => ({ ...rest, ...most }));
const ledger = fc.record({
  "refund-window": optional(fc.constant("30 days")),
  "expires-after": fc.constant("12 months"),
  renewal: optional(fc.constant({ tiers: ["gold"], by: "6 months", times: 2 })),
  "minimum-payout": optional(money),
  "approval-from": optional(money),
  accounts: optional(fc.constant({ "partner:earned": "2110" })),
});
const registrations = fc.record({
  protects: byTier(fc.constantFrom("30 days", "1 day")),
  extension: optional(fc.constant({ by: "30 days", times: 2 })),
  capacity: optional(byTier(fc.constantFrom(1, 90))),
  "product-lines": optional(fc.constant(["platform", "services"])),
  "again-after": optional(fc.constantFrom("90 days", "1 day")),
  approval: optional(fc.constantFrom("automatic", "manual")),
  why: words,
});
const benefit = fc.record({
  dimension: fc.constantFrom("financial", "go-to-market"),
  why: words,
  description: optional(words),
  title: optional(words),
  value: optional(money),
  cost: optional(money),
  per: optional(countingPeriod),
  owner: optional(words),
  claim: optional(words),
  transition: optional(
    fc.constantFrom<unknown>(
      "at-once",
      "period-end",
      { keeps: "90 days" },
      { keeps: "period-end", "as-promised": true },
      { until: "2027-01-31", "as-promised": true },
    ),
  ),
});
const expectation = fc.record(
  {
    title: words,
    description: words,
    why: words,
    every: fc.constantFrom("month", "quarter", "year", "fiscal quarter", "fiscal year"),
    of: fc.constantFrom("partner", "vendor", "both"),
  },
  { requiredKeys: ["why"] },
);
const checks = fc.record({
  "value-rises-by": optional(percent),
  "margin-ceiling": optional(percent),
  "cost-ceiling": optional(money),
});
const keeping = fc.oneof(
  fc.constant({}),
  percent.filter((share) => share !== "0.125%").map((share) => ({ "keeps-at": share })),
  requirement.map((keeps) => ({ keeps })),
);

const DECLARED = {
  tracks: {
    reseller: {},
    large: { classified: { measure: "plain", "at-least": 5 } },
    smb: { classified: "otherwise" },
  },
  markets: { growth: { factor: "50%", regions: "LATAM", why: "Half." } },
  approvals: { invited: { why: "Chosen." } },
};
const CITED = {
  plain: { count: "deal.won" },
  other: { count: "deal.lost" },
  revenue: { sum: "amount", of: "deal.won" },
  rate: { ratio: ["plain", "other"] },
  "by-product": { count: "deal.won", by: "product" },
  kept: { given: "count", "seen-by": "vendor" },
};
const closing = fc.record(
  {
    period: fc.constantFrom("month", "quarter", "year"),
    after: fc.integer({ min: 1, max: 400 }).map((n) => `${n} days`),
    late: fc.constantFrom("refuse", "post"),
    since: fc.constantFrom("2020-02-29", "2026-01-01"),
  },
  { requiredKeys: ["period", "after", "late"] },
);
const declaredAttribute = fc.record(
  {
    type: fc.constantFrom("text", "number", "day", "yes-no"),
    "one-of": fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
    required: fc.boolean(),
  },
  { requiredKeys: [] },
);
const declaredKinds = fc
  .record(
    {
      title: words,
      needs: fc.uniqueArray(fc.constantFrom("amount", "quantity", "customer", "product", "until"), { minLength: 1 }),
      attributes: fc.dictionary(aName, declaredAttribute, { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  )
  .map((kind) => ({ "portal.reviewed": kind }));
const lowest = { registered: { rank: 0, why: "Everyone." } };
// Each document is about one part of the notation, since the reading of a document takes as long as it is.
const aboutMeasures = fc
  .record({ simple, composite, kept, drawn: fc.dictionary(aName, plainCount, { maxKeys: 1 }) })
  .map(({ simple: one, composite: other, kept: own, drawn }) => ({
    facts: { "portal.reviewed": {} },
    reviews: { partnership: { every: "quarter", questions: { plan: { ask: "Is there one?", best: 5 } } } },
    measures: { plain: CITED.plain, other: CITED.other, simple: one, composite: other, kept: own, ...drawn },
    tiers: lowest,
  }));
const citing = (asked: unknown) => ({ all: [asked, { any: [{ rule: "shared" }, { rule: "shared" }] }] });
const aboutRequirements = fc
  .record({
    requires: requirement,
    keeping,
    window: optional(window),
    points: sheet(threshold),
    weights,
    cadence: fc.record({ cadence: aCadence, up: aCadence, down: aCadence }, { requiredKeys: [] }),
    rule: fc.option(requirement),
    shared: sharedTerm(threshold),
  })
  .map(({ requires: asked, rule, keeping: keeps, cadence, window: days, points, shared, weights: tables }) => ({
    ...(rule === null ? {} : { rules: { shared: rule } }),
    ...DECLARED,
    measures: CITED,
    weights: tables,
    terms: { shared },
    scores: scores(points),
    tiers: {
      ...lowest,
      gold: {
        rank: 7,
        why: "Earned.",
        requires: rule === null ? asked : citing(asked),
        ...keeps,
        ...cadence,
        "met-on-any-day-in": days,
      },
    },
  }));
const aboutRewards = fc
  .record({
    head: fc.record(head),
    governance: optional(aGovernanceOf(["registered", "gold"])),
    closing: optional(closing),
    facts: declaredKinds,
    courses: fc.dictionary(aName, course, { maxKeys: 1 }),
    rebates: fc.dictionary(aName, rebate, { maxKeys: 1 }),
    bonuses: fc.dictionary(
      aName.map((name) => `b-${name}`.slice(0, 60)),
      bonus,
      { maxKeys: 1 },
    ),
    spiffs: fc.dictionary(
      aName.map((name) => `s-${name}`.slice(0, 60)),
      spiff,
      { maxKeys: 1 },
    ),
    funds: fc.dictionary(aName, fund, { maxKeys: 1 }),
    ceilings: fc.dictionary(aName, ceiling, { maxKeys: 1 }),
    ledger: optional(ledger),
    registrations: optional(registrations),
    benefits: fc
      .tuple(fc.dictionary(aName, benefit, { maxKeys: 1 }), benefit)
      .map(([drawn, one]): Notation => ({ ...drawn, one })),
    quantity: optional(fc.integer({ min: 1, max: 9 })),
    expectations: fc.dictionary(aName, expectation, { maxKeys: 2 }),
    checks: optional(checks),
  })
  .map(({ head: own, quantity, benefits, expectations, ...sections }) => ({
    ...own,
    ...sections,
    benefits,
    expectations,
    measures: { plain: CITED.plain },
    tiers: {
      ...lowest,
      gold: {
        rank: 7,
        why: "Earned.",
        requires: { measure: "plain", "at-least": 1 },
        benefits: Object.fromEntries(Object.keys(benefits).map((name) => [name, { quantity }])),
        ...(Object.keys(expectations).length > 0 ? { expects: Object.keys(expectations) } : {}),
      },
    },
  }));

/** For tests: any document; between them every shape of the notation, as JSON (which is YAML). */
export const anyDocument: fc.Arbitrary<string> = fc
  .oneof<fc.Arbitrary<Notation>[]>(aboutMeasures, aboutRequirements, aboutRewards, aboutEnablement)
  .map((sections) => JSON.stringify({ program: "random", version: "2026.2", currency: "USD", ...sections }));
