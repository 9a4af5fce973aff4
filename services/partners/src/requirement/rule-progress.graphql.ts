import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import type { ClassType } from "type-graphql";
import { Node } from "../values.graphql.js";
import type { ProgressNode } from "./progress-node.js";
import { Bound, MeasureUnit, RuleKind } from "./requirement-types.graphql.js";

export const Measurement = objectType(
  "Measurement",
  "The value of one measure of one partner on one day.",
  {
    id: field.id(),
  },
  { directives: ['@key(fields: "id")'], implements: Node },
);
export type Measurement = InstanceType<typeof Measurement>;

export const ScoreTotal = objectType("ScoreTotal", "What a score comes to that another one beats.", {
  name: field.string("Its name in the document; null for one without a name.").nullable(),
  title: field.string("The score's name for people."),
  total: field.decimal("In points, after its cap."),
});
export type ScoreTotal = InstanceType<typeof ScoreTotal>;

export const RuleProgress = objectType("RuleProgress", "How far a partner is with one rule.", {
  path: field.string("Address of the rule in the document."),
  kind: field
    .of(() => RuleKind, "How the rule joins those under it, or what it asks itself.")
    .as<ProgressNode["kind"]>(),
  isMet: field.boolean("False where the rule does not ask this partner: see `isAsked`."),
  isAsked: field.boolean("False where the rule does not ask this partner, because of its tracks or market."),
  fraction: field.decimal("0 to 1, rounded down to four digits; 1 only when met."),
  needed: field.int("How many of the rules under it have to be met; 1 for a rule that has none."),
  metCount: field.int(
    "How many of the rules under it are met, those left out that do not ask this partner; of a rule that has none, 1 when it is met.",
  ),
  measure: field.string("Of a threshold or a term: the measure's name.").nullable(),
  title: field.string("Of the measure, the score, the term or the approval; null where there is none.").nullable(),
  unit: field
    .of(() => MeasureUnit, "What `target`, `actual` and `gap` are given in; null where no measure is asked.")
    .as<ProgressNode["unit"]>()
    .nullable(),
  bound: field
    .of(() => Bound, "On which side of the target is enough; null where there is no target.")
    .as<ProgressNode["bound"]>()
    .nullable(),
  target: field
    .decimal(
      "For this partner: times its market's factor. Money in major units, percent as a fraction of 1; so are `actual` and `gap`.",
    )
    .nullable(),
  actual: field
    .decimal("To twelve digits after the point; what decided is exact. Null while a ratio has nothing to divide by.")
    .nullable(),
  gap: field.decimal("What is missing, or too much of an upper bound; 0 when met.").nullable(),
  points: field.decimal("Of a term: what it gives, after gate and cap.").nullable(),
  cap: field.decimal("Of a score or a term: the most that it gives.").nullable(),
  floor: field.decimal("Of a term: the least that it must give.").nullable(),
  weighted: field
    .decimal("Of a term with weights: `actual` times their factors, which gives the points; null elsewhere.")
    .nullable(),
  isBeaten: field.boolean(
    "True of an alternative in a term that another one beats: its points are what it would have given.",
  ),
  group: field.string("The value of the attribute that this is about, such as `EMEA`.").nullable(),
  market: field.string("The market whose factor the target includes.").nullable(),
  subject: field
    .string(
      "The tier of a `TENURE`, the name of an `APPROVAL`, the score that counted, the score whose total a `TERM` counts.",
    )
    .nullable(),
  otherScores: field
    .of(() => ScoreTotal, "Of a score that is the best of several: what the others come to; empty elsewhere.")
    .list(),
  since: field
    .date("Of a tenure: since when the tier or a higher one is held; of one `AT_MOST` so long, when it was first held.")
    .nullable(),
  why: field.string("Why the program asks it; null where the document does not say.").nullable(),
  measurement: field
    .of(() => Measurement, "The measure behind `actual`, down to the facts that were counted.")
    .as<NonNullable<ProgressNode["measurement"]>>()
    .nullable(),
  rules: field
    .of((): ClassType<ProgressNode> => RuleProgress, "The rules under it, in the order of the document.")
    .list(),
});
export type RuleProgress = InstanceType<typeof RuleProgress>;
