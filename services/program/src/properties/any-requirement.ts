import fc from "fast-check";
import type { Notation } from "./any-value.js";

export const MEASURES = ["m0", "m1", "m2", "m3"] as const;

export const MEASURE_SECTION: Notation = {
  m0: { count: "deal.won" },
  m1: { distinct: "customer", of: "deal.won", window: { rolling: "12 months" } },
  m2: { sum: "quantity", of: "seats", window: { rolling: "90 days" }, by: "product" },
  m3: { sum: "amount", of: "deal.won", "cap-per-customer": "40%" },
};

/** What scores of random programs count: never less for having more. */
export const SCORE_SECTIONS: Notation = {
  weights: { "by-product": { by: "product", factors: { A: 2, otherwise: 0.5 } } },
  terms: { shared: { measure: "m1", points: 2, whole: true, each: 2, cap: 9 } },
  scores: {
    sum: { cap: 12, terms: [{ measure: "m0", points: 2 }, { term: "shared" }] },
    large: { terms: [{ measure: "m2", points: 3 }] },
    best: { "best-of": ["sum", "large"] },
  },
};

export const MOST = 6;

const aMeasureName = fc.constantFrom(...MEASURES);

const aBound = fc.constantFrom("at-least", "more-than");

/** Never harder for having more: at-least and more-than, groups, and scores with points above zero. */
export const aMonotoneRequirement: fc.Arbitrary<Notation> = fc.letrec<{ requirement: Notation }>((tie) => ({
  requirement: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: aThreshold() },
    { weight: 2, arbitrary: aMonotoneScore() },
    { weight: 2, arbitrary: fc.array(tie("requirement"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie("requirement"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    {
      weight: 1,
      arbitrary: fc
        .array(tie("requirement"), { minLength: 1, maxLength: 3 })
        .chain((of) => fc.integer({ min: 1, max: of.length }).map((n) => ({ "at-least": n, of }))),
    },
  ),
})).requirement;

export function aThreshold(): fc.Arbitrary<Notation> {
  return fc
    .record({
      measure: aMeasureName,
      bound: aBound,
      target: fc.integer({ min: 0, max: MOST }),
      keepsAt: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 3 }),
    })
    .map(({ measure, bound, target, keepsAt }) => ({
      measure,
      [bound]: target,
      ...(keepsAt === null ? {} : { "keeps-at": `${keepsAt}%` }),
    }));
}

function aMonotoneScore(): fc.Arbitrary<Notation> {
  const rated = fc
    .record({
      counted: fc.oneof(
        { weight: 4, arbitrary: aMeasureName.map((measure): Notation => ({ measure })) },
        { weight: 1, arbitrary: fc.constantFrom<Notation>({ score: "sum" }, { score: "best" }) },
      ),
      points: fc.constantFrom<unknown>(1, 3, 0.5, "15/7", "1/3"),
      each: fc.integer({ min: 1, max: 4 }),
      whole: fc.boolean(),
      cap: fc.option(fc.integer({ min: 3, max: 15 })),
      gate: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
    })
    .map(({ counted, cap, gate, ...rest }) => ({
      ...counted,
      ...rest,
      ...(cap === null ? {} : { cap }),
      ...(gate === null ? {} : { gate: { measure: "m0", "at-least": gate } }),
    }));
  const counting: fc.Arbitrary<Notation> = fc.oneof(
    { weight: 5, arbitrary: rated },
    { weight: 1, arbitrary: fc.array(rated, { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: fc.constant<Notation>({ measure: "m2", points: 1, weight: "by-product" }) },
  );
  const term = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(counting, fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }))
        .map(([counted, floor]): Notation => (floor === null ? counted : { ...counted, floor })),
    },
    { weight: 1, arbitrary: fc.constant<Notation>({ term: "shared" }) },
  );
  return fc
    .record({
      terms: fc.array(term, { minLength: 1, maxLength: 3 }),
      total: fc.integer({ min: 1, max: 20 }),
      cap: fc.option(fc.integer({ min: 10, max: 30 })),
    })
    .map(({ cap, ...score }) => ({ score: cap === null ? score : { ...score, cap } }));
}
