import fc from "fast-check";
import { aboutEnablement } from "./any-enablement.js";
import { aGovernanceOf } from "./any-governance.js";
import { aName, aValue, type Notation, optional, words } from "./any-value.js";
import { aboutMeasures } from "./document-measures.js";
import { aboutRequirements } from "./document-requirements.js";
import { benefit, bonus, ceiling, fund, ledger, rebate, registrations, spiff } from "./document-rewards.js";
import { CITED, lowest, money, percent, someMonths } from "./document-values.js";

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
  certifies: optional(fc.record({ level: aValue, valid: optional(someMonths) }, { requiredKeys: ["level"] })),
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
