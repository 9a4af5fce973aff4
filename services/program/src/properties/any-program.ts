import fc from "fast-check";
import type { Governance } from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import { programOf } from "../fixtures/index.js";
import { aCadence } from "./any-governance.js";
import { aMonotoneRequirement, aThreshold, MEASURE_SECTION, SCORE_SECTIONS } from "./any-requirement.js";
import type { Notation } from "./any-value.js";

// Reading a document takes longer than placing a partner by it: each ladder meets each governance.
const DOCUMENTS = 300;

/** For tests: what a random program has. */
export interface Randomness {
  readonly seed: number;
  readonly governance: fc.Arbitrary<Notation | null>;
  /** Some tiers are met on any day in a window; true where left out. */
  readonly hasWindows?: boolean;
  /** Some tiers are reviewed on days of their own; true where left out. */
  readonly hasCadences?: boolean;
}

/** For tests: a program of three to five tiers whose requirements are never harder for having more. */
export function aMonotoneProgram({
  seed,
  governance,
  hasWindows = true,
  hasCadences = true,
}: Randomness): fc.Arbitrary<Program> {
  const ladders = fc.sample(aLadder({ hasWindows, hasCadences }), { seed, numRuns: DOCUMENTS });
  const governances = fc.sample(governance, { seed, numRuns: DOCUMENTS }).map(governanceOf);
  return fc
    .tuple(fc.constantFrom(...ladders), fc.constantFrom(...governances))
    .map(([program, section]) => ({ ...program, governance: section }));
}

function governanceOf(section: Notation | null): Governance | null {
  const asking = (rank: number) => ({ rank, why: "Earned.", requires: { measure: "deals", "at-least": rank } });
  const tiers = { t0: { rank: 0, why: "Everyone." }, t1: asking(1), t2: asking(2) };
  const measures = { deals: { count: "deal.won" } };
  const document = { program: "random", version: "1", currency: "USD", measures, tiers };
  return programOf(JSON.stringify(section === null ? document : { ...document, governance: section })).governance;
}

function aLadder({ hasWindows, hasCadences }: { hasWindows: boolean; hasCadences: boolean }): fc.Arbitrary<Program> {
  return fc
    .record({
      ladder: fc.constantFrom("highest-own", "cumulative"),
      tiers: fc.array(
        fc.record({
          requires: aMonotoneRequirement,
          keeps: fc.oneof(
            { weight: 3, arbitrary: fc.constant({}) },
            {
              weight: 1,
              arbitrary: fc.integer({ min: 50, max: 99 }).map((percent) => ({ "keeps-at": `${percent}%` })),
            },
            { weight: 1, arbitrary: aThreshold().map((keeps) => ({ keeps })) },
          ),
          inherits: fc.boolean(),
          cadence: fc.oneof(
            { weight: 5, arbitrary: fc.constant({}) },
            {
              weight: hasCadences ? 1 : 0,
              arbitrary: fc.record({ up: aCadence, down: aCadence }, { requiredKeys: [] }),
            },
          ),
          window: hasWindows
            ? fc.option(fc.constantFrom<unknown>({ calendar: "6 months" }, { rolling: "30 days" }), { freq: 1 })
            : fc.constant(null),
        }),
        { minLength: 2, maxLength: 4 },
      ),
    })
    .map(({ ladder, tiers }) =>
      programOf(
        JSON.stringify({
          program: "random",
          version: "1",
          currency: "USD",
          "fiscal-year-starts-in": 2,
          ladder,
          measures: MEASURE_SECTION,
          ...SCORE_SECTIONS,
          tiers: {
            t0: { rank: 0, why: "Everyone." },
            ...Object.fromEntries(
              tiers.map(({ requires, keeps, inherits, cadence, window }, i) => [
                `t${i + 1}`,
                {
                  rank: i + 1,
                  why: "Earned.",
                  requires,
                  ...keeps,
                  ...cadence,
                  ...(inherits && i > 0 ? { inherits: `t${i}` } : {}),
                  ...(window === null ? {} : { "met-on-any-day-in": window }),
                },
              ]),
            ),
          },
        }),
      ),
    );
}
