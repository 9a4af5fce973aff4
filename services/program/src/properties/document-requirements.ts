import fc from "fast-check";
import { aCadence } from "./any-governance.js";
import { scores, sharedTerm, sheet, weights } from "./any-score.js";
import { audience, decimals, type Notation, optional } from "./any-value.js";
import {
  anAttribute,
  CITED,
  DECLARED,
  lowest,
  money,
  percent,
  someMonths,
  wholeNumber,
  window,
} from "./document-values.js";

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
      fc.record({ tenure: fc.constant("gold"), "at-least": someMonths, ...audience }),
      fc.record({ tenure: fc.constant("gold"), "at-most": someMonths, ...audience }),
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

const keeping = fc.oneof(
  fc.constant({}),
  percent.filter((share) => share !== "0.125%").map((share) => ({ "keeps-at": share })),
  requirement.map((keeps) => ({ keeps })),
);

const citing = (asked: unknown) => ({ all: [asked, { any: [{ rule: "shared" }, { rule: "shared" }] }] });

export const aboutRequirements = fc
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
