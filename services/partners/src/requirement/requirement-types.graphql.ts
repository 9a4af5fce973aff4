import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";

export const RuleKind = graphEnum(
  "RuleKind",
  ["all", "any", "n-of", "threshold", "score", "term", "grouped", "inherited", "tenure", "approval", "withheld"],
  {
    description: "How a rule joins the rules under it, or what it asks itself.",
    valuesConfig: {
      SCORE: { description: "Points of the terms under it, added up, against a total." },
      TERM: { description: "Points for one measure, against the floor that the term must give." },
      GROUPED: {
        description: "The same rule for each value of an attribute, such as a region: one rule a value under it.",
      },
      INHERITED: { description: "What a tier below asks is asked as well." },
      TENURE: { description: "A tier held for so long." },
      APPROVAL: { description: "A person's approval." },
      WITHHELD: { description: "A condition that the vendor keeps to itself: only whether it is met is shown." },
      ALL: { description: "All of the rules under it must be met." },
      ANY: { description: "One of the rules under it must be met." },
      N_OF: { description: "At least `needed` of the rules under it must be met." },
      THRESHOLD: { description: "A measure must be on the right side of the target." },
    },
  },
);

export const Bound = graphEnum("Bound", ["at-least", "more-than", "at-most", "less-than", "exactly"], {
  description: "On which side of the target is enough, and whether it is itself.",
  valuesConfig: {
    AT_LEAST: { description: "The target or more." },
    MORE_THAN: { description: "More than the target." },
    AT_MOST: { description: "The target or less." },
    LESS_THAN: { description: "Less than the target." },
    EXACTLY: { description: "The target itself." },
  },
});

export const MeasureUnit = graphEnum("MeasureUnit", ["money", "count", "percent", "points"], {
  description: "What the value of a measure is given in.",
  valuesConfig: {
    MONEY: { description: "Major units of the program's currency." },
    COUNT: { description: "A number of things, such as deals or people." },
    PERCENT: { description: "A fraction of 1: 0.25 is 25%." },
    POINTS: { description: "Points, as the program defines them." },
  },
});
