import fc from "fast-check";
import { type Notation, optional, words } from "./any-value.js";
import { anAttribute, conditions, countingPeriod, kinds, money, percent } from "./document-values.js";

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

export const rebate = fc
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

export const bonus = fc.record({
  ...ruleOfPay,
  sum: fc.constantFrom("amount", "quantity"),
  of: kinds,
  over: countingPeriod,
  targets: fc.oneof(byAmount(pay), byTier(byAmount(pay))),
  prorate: optional(fc.constant("by-days")),
  why: words,
});

export const spiff = fc.record({
  ...ruleOfPay,
  of: kinds,
  before: fc.constant("2035-01-01"),
  pays: fc.oneof(pay, byTier(pay)),
  first: optional(first),
  why: words,
});

export const fund = fc.record({
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

export const ceiling = fc
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

export const ledger = fc.record({
  "refund-window": optional(fc.constant("30 days")),
  "expires-after": fc.constant("12 months"),
  renewal: optional(fc.constant({ tiers: ["gold"], by: "6 months", times: 2 })),
  "minimum-payout": optional(money),
  "approval-from": optional(money),
  accounts: optional(fc.constant({ "partner:earned": "2110" })),
});

export const registrations = fc.record({
  protects: byTier(fc.constantFrom("30 days", "1 day")),
  extension: optional(fc.constant({ by: "30 days", times: 2 })),
  capacity: optional(byTier(fc.constantFrom(1, 90))),
  "product-lines": optional(fc.constant(["platform", "services"])),
  "again-after": optional(fc.constantFrom("90 days", "1 day")),
  approval: optional(fc.constantFrom("automatic", "manual")),
  why: words,
});

export const benefit = fc.record({
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
