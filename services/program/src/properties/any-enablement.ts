import fc from "fast-check";
import { aName, aValue, type Notation, optional, words } from "./any-value.js";

const certifies = fc.record(
  {
    level: aValue,
    valid: fc.constantFrom("24 months", "1 month"),
    renewal: optional(fc.constant("60 days")),
    "recertify-within": optional(fc.constant("90 days")),
  },
  { requiredKeys: ["level", "valid"] },
);
const titled = fc.record({ title: optional(words) });
const someOf = (...names: string[]) => optional(fc.subarray(names, { minLength: 1 }));
const planStep = (before: string[]) =>
  fc.record({
    title: optional(words),
    description: optional(words),
    owner: optional(fc.constantFrom("partner", "vendor")),
    due: fc.integer({ min: 1, max: 1_000 }).map((days) => `${days} business days`),
    after: before.length === 0 ? optional(fc.constant(undefined)) : someOf(...before),
    "done-by": optional(
      fc.constantFrom<unknown>({ course: "basics" }, { fact: "deal.won" }, { validation: "readiness" }),
    ),
    evidence: optional(fc.boolean()),
  });
const plan = fc.record({
  title: optional(words),
  why: words,
  tracks: someOf("reseller", "integrator"),
  at: optional(fc.constantFrom("joining", "promotion")),
  tiers: fc.subarray(["registered", "gold"], { minLength: 1 }),
  steps: fc.record({ first: planStep([]), second: planStep(["first"]), third: planStep(["first", "second"]) }),
});
const check = fc.oneof<fc.Arbitrary<Notation>[]>(
  fc.record({ title: optional(words), manual: words }),
  fc.record({
    title: optional(words),
    get: fc.constantFrom("/", "/health", "/a/b?c=d"),
    status: optional(fc.constant(204)),
    json: optional(fc.dictionary(fc.constantFrom("/status", "/a~1b/0"), aValue, { maxKeys: 2 })),
  }),
);
/** For tests: any document about people who learn and partners who get ready. */
export const aboutEnablement = fc
  .record({
    basics: fc.record({
      version: optional(fc.integer({ min: 1, max: 9 })),
      modules: fc.dictionary(aName, titled, { maxKeys: 2 }),
    }),
    depth: fc.record({ requires: someOf("basics"), certifies: optional(certifies) }),
    maturities: fc.constantFrom<unknown>(undefined, {
      early: { tiers: "registered" },
      late: { title: "Late", tiers: ["gold"] },
    }),
    path: fc.record({
      title: optional(words),
      why: words,
      tracks: someOf("reseller"),
      courses: fc.subarray(["basics", "depth"], { minLength: 1 }),
    }),
    validation: fc.record({
      title: optional(words),
      why: words,
      tracks: someOf("integrator"),
      checks: fc.record({ one: check, two: check }),
    }),
    onboarding: fc.record({
      holidays: optional(fc.subarray(["2026-12-25", "2027-01-01"], { minLength: 1 })),
      "first-value": optional(fc.constantFrom("deal.won", "seats")),
      plans: fc.record({ one: plan, two: plan }),
    }),
    sandboxes: optional(
      fc.record({
        benefit: fc.constant("desk"),
        lasts: fc.constantFrom("1 day", "30 days"),
        extension: optional(fc.constant({ by: "15 days", times: 3 })),
      }),
    ),
    assigns: optional(fc.constantFrom("success-manager", "technical-account-manager")),
  })
  .map(({ basics, depth, path, validation, assigns, ...sections }) => ({
    ...sections,
    courses: { basics, depth },
    paths: { one: path },
    validations: { readiness: validation },
    tracks: { reseller: {}, integrator: {} },
    benefits: { desk: { dimension: "financial", why: "W.", assigns } },
    measures: { plain: { count: "deal.won" } },
    tiers: {
      registered: { rank: 0, why: "Everyone." },
      gold: { rank: 7, why: "Earned.", requires: { measure: "plain", "at-least": 1 } },
    },
  }));
