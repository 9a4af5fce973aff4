import fc from "fast-check";
import type { Notation } from "./any-value.js";

const aLength = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((days) => `${days} days`),
  fc.integer({ min: 1, max: 14 }).map((months) => `${months} months`),
);

const aDayOfYear = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 5, 15, 28))
  .map(([month, day]) => `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

export const aCadence = fc.oneof(
  fc.constantFrom<unknown>("on-change", "monthly", "quarterly", "fiscal quarterly", "anniversary"),
  aDayOfYear.map((on) => ({ annual: on })),
  fc.uniqueArray(aDayOfYear, { minLength: 1, maxLength: 3 }).map((on) => ({ annual: on })),
);

const aPeriod = fc.constantFrom("month", "quarter", "half-year", "year");

const steps = fc.integer({ min: 1, max: 2 });

const aFreeze = (tiers: readonly string[]) =>
  fc
    .record({
      limit: fc.oneof(
        fc.constant({}),
        fc.constantFrom(...tiers).map((tier) => ({ "not-below": tier })),
        fc.constantFrom(...tiers).map((tier) => ({ "not-above": tier })),
      ),
      days: fc.oneof(
        fc.record({ from: aDayOfYear, to: aDayOfYear }),
        fc.constantFrom({ from: "2024-02-29", to: "2024-04-30" }, { from: "2023-12-15", to: "2024-01-05" }),
      ),
      why: fc.constant("Nobody is at work."),
    })
    .map(({ days, limit, why }) => ({ ...days, ...limit, why }));

/** For tests: any governance section of a program with these tiers, each part there or not. */
export const aGovernanceOf = (tiers: readonly string[]): fc.Arbitrary<Notation> =>
  fc.record(
    {
      cadence: aCadence,
      up: aCadence,
      down: aCadence,
      "keeps-at": fc.integer({ min: 50, max: 100 }).map((percent) => `${percent}%`),
      grace: aLength,
      "minimum-tenure": aLength,
      "wait-after-demotion": aLength,
      "steps-per-review": fc.oneof(steps, fc.record({ up: steps, down: steps }, { requiredKeys: [] })),
      period: aPeriod,
      "ratchet-until": aDayOfYear,
      freeze: fc.array(aFreeze(tiers), { minLength: 1, maxLength: 2 }),
      "takes-effect": fc.constantFrom<unknown>("at-once", "next-month", { months: 2 }, { days: 30 }),
    },
    { requiredKeys: [] },
  );

// Every random ladder has these.
export const aGovernance: fc.Arbitrary<Notation> = aGovernanceOf(["t0", "t1", "t2"]);

/** For tests: reviews on change both ways, with no safeguards but grace, a keeping share and the period. */
export const aGovernanceOfGrace: fc.Arbitrary<Notation> = fc.record(
  {
    up: aCadence,
    "keeps-at": fc.integer({ min: 50, max: 100 }).map((percent) => `${percent}%`),
    grace: aLength,
    "wait-after-demotion": aLength,
    "steps-per-review": fc.record({ up: steps }),
    period: aPeriod,
    "takes-effect": fc.constantFrom<unknown>("at-once", "next-month", { days: 30 }),
  },
  { requiredKeys: ["grace"] },
);
