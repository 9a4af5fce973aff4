import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { MeasureUnit, RuleKind } from "../requirement/index.js";
import type { PathNode } from "./path-node.js";

export const WayStep = objectType("WayStep", "One gap to close.", {
  kind: field
    .of(() => RuleKind, "`THRESHOLD` for more or less of a measure, `TENURE`, or `APPROVAL`.")
    .as<PathNode["steps"][number]["kind"]>(),
  path: field.string("The address of the rule that asks for it."),
  measure: field.string("Name of the measure that has to change; null for a tenure or an approval.").nullable(),
  group: field.string("The value of the attribute in which it is needed.").nullable(),
  unit: field
    .of(() => MeasureUnit, "What `by` is given in; null where no measure has to change.")
    .as<PathNode["steps"][number]["unit"]>()
    .nullable(),
  by: field
    .decimal("How much more is needed; below zero, how much less. Of a measure without a value, counted from zero.")
    .nullable(),
  hasValue: field.boolean(
    "Whether the measure has a value; what it is made of has to be recorded first where it has none.",
  ),
  inWords: field.string("The same in words."),
});
export type WayStep = InstanceType<typeof WayStep>;

export const Way = objectType("Way", "A set of gaps; closing all of them reaches the tier.", {
  steps: field.of(() => WayStep, "The gaps, all of which have to be closed.").list(),
  effort: field.decimal(
    "By the document's own scale where it sets one; otherwise the sum of the missing shares of the bounds.",
  ),
});
export type Way = InstanceType<typeof Way>;
