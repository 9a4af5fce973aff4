import fc from "fast-check";
import { audience, aValue, decimals, factor, type Notation, optional, words } from "./any-value.js";

/** For tests: a term of the section `terms`, which cites no other. */
export const sharedTerm = (gate: fc.Arbitrary<Notation>): fc.Arbitrary<Notation> =>
  fc.oneof(aTerm(gate), aTotalTerm(gate), aChoice(gate));
const aTerm = (gate: fc.Arbitrary<Notation>) =>
  fc.record({
    measure: fc.constantFrom<unknown>("plain", ["plain", "other"]),
    points: factor,
    each: optional(fc.constantFrom<unknown>(7, 2.5)),
    whole: optional(fc.boolean()),
    cap: optional(decimals),
    gate: optional(gate),
    title: optional(words),
    ...audience,
  });
const aRate = {
  points: factor,
  each: optional(fc.constantFrom<unknown>(7, 2.5)),
  whole: optional(fc.boolean()),
  cap: optional(decimals),
  title: optional(words),
  why: optional(words),
};
const aTotalTerm = (gate: fc.Arbitrary<Notation>) =>
  fc.record({
    score: fc.constantFrom("base", "base-best"),
    weight: optional(fc.constant("by-place")),
    ...aRate,
    gate: optional(gate),
    ...audience,
  });
const aWeighedTerm = fc.record({
  measure: fc.constant("by-product"),
  weight: fc.constantFrom("by-product", "by-place"),
  ...aRate,
  ...audience,
});
const aChoice = (gate: fc.Arbitrary<Notation>) =>
  fc.record({
    any: fc.array(
      fc.oneof(
        fc.record({ measure: fc.constantFrom<unknown>("plain", ["other", "plain"]), ...aRate, gate: optional(gate) }),
        fc.record({ score: fc.constantFrom("base", "base-best"), ...aRate }),
        fc.record({ measure: fc.constant("by-product"), weight: fc.constant("by-product"), ...aRate }),
      ),
      { minLength: 2, maxLength: 3 },
    ),
    cap: optional(decimals),
    title: optional(words),
    gate: optional(gate),
    ...audience,
  });
const anyTerm = (gate: fc.Arbitrary<Notation>): fc.Arbitrary<Notation> =>
  fc.oneof(
    { weight: 3, arbitrary: aTerm(gate) },
    { weight: 1, arbitrary: fc.constant<Notation>({ term: "shared" }) },
    { weight: 1, arbitrary: aTotalTerm(gate) },
    { weight: 1, arbitrary: aWeighedTerm },
    { weight: 1, arbitrary: aChoice(gate) },
  );
/** For tests: a sum of terms. */
export const sheet = (gate: fc.Arbitrary<Notation>) =>
  fc.record({
    title: optional(words),
    cap: optional(decimals),
    terms: fc.array(anyTerm(gate), { minLength: 1, maxLength: 2 }),
  });
/** For tests: the tables that terms name. */
export const weights = fc
  .record({ product: aValue, place: fc.constantFrom("market", "region", "country"), factor, why: optional(words) })
  .map(({ product, place, factor: any, why }) => {
    const given = String(any).replace("-", "");
    const row = { [product]: given, otherwise: 1 };
    return {
      "by-product": { by: [place, "product"], factors: { growth: row, otherwise: { otherwise: "12.5%" } }, why },
      "by-place": { by: place, factors: { growth: given } },
    };
  });

/** For tests: the scores of a document, of which others cite the fixed ones. */
export const scores = (points: Notation) => ({
  points,
  base: { cap: 50, terms: [{ measure: "plain", points: 2 }] },
  "base-best": { "best-of": ["base", "second"] },
  second: { terms: [{ measure: "plain", points: 1 }] },
  best: { "best-of": ["second", "points"] },
});
