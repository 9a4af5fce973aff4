import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import type { ClassType } from "type-graphql";
import { Bound, MeasureUnit, RuleKind } from "./requirement-types.graphql.js";
import type { RuleNode } from "./rule-node.js";

export const Rule = objectType("Rule", "What a tier asks: one bound, a score, or several rules joined.", {
  path: field.string("Its address in the document, stable within the version."),
  kind: field.of(() => RuleKind, "How it joins the rules under it, or what it asks itself.").as<RuleNode["kind"]>(),
  needed: field.int("Of `N_OF` and `GROUPED`: how many must hold; null where all of a `GROUPED` must.").nullable(),
  measure: field.string("Of a threshold or a term: the measure's name.").nullable(),
  title: field.string("Of the measure, the score, the term or the approval; null where there is none.").nullable(),
  unit: field
    .of(() => MeasureUnit, "What `target` is given in; null where no measure is asked.")
    .as<RuleNode["unit"]>()
    .nullable(),
  bound: field
    .of(() => Bound, "On which side of the target is enough; null where there is no target.")
    .as<RuleNode["bound"]>()
    .nullable(),
  target: field
    .decimal("Money in major units, percent as a fraction of 1; of a score its total, of a tenure its months.")
    .nullable(),
  isScaledByMarket: field.boolean("Whether the target is multiplied by the factor of the partner's market."),
  keepsAt: field
    .decimal("The bound that keeps the tier once it is held, in the unit of the target; null for the tier's own share.")
    .nullable(),
  inWords: field.string("What it asks, in words; of what joins rules, how."),
  points: field.decimal("Of a term: how many points `each` so many give.").nullable(),
  each: field.decimal("Of a term: of how many of the measure `points` are given, in the measure's unit.").nullable(),
  cap: field.decimal("Of a score or a term: the most that it gives.").nullable(),
  floor: field.decimal("Of a term: the least that it must give.").nullable(),
  subject: field
    .string(
      "The attribute of a `GROUPED`, the tier of a `TENURE`, the name of an `APPROVAL` or a `SCORE`, of a `TERM` the score whose total it counts.",
    )
    .nullable(),
  tracks: field.string("Only partners on one of these tracks are asked; everyone where empty.").list(),
  regions: field.string("The same by region.").list(),
  countries: field.string("The same by country.").list(),
  markets: field.string("The same by market.").list(),
  why: field.string("Why the program asks it; null where the document does not say.").nullable(),
  rules: field
    .of(
      (): ClassType<RuleNode> => Rule,
      "Of a term its gate, its alternatives, or the terms of the score that it counts; of a `GROUPED` what narrows it and what it asks.",
    )
    .list(),
});
export type Rule = InstanceType<typeof Rule>;
