import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Field, ObjectType } from "type-graphql";
import { MeasureUnit, RuleKind } from "../requirement/index.js";
import type { PathNode } from "./path-node.js";

@ObjectType({ description: "One gap to close." })
export class WayStep {
  @Field(() => RuleKind, { description: "`THRESHOLD` for more or less of a measure, `TENURE`, or `APPROVAL`." })
  kind: PathNode["steps"][number]["kind"];

  @Field(() => String, { description: "The address of the rule that asks for it." })
  path: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of the measure that has to change; null for a tenure or an approval.",
  })
  measure: string | null;

  @Field(() => String, { nullable: true, description: "The value of the attribute in which it is needed." })
  group: string | null;

  @Field(() => MeasureUnit, {
    nullable: true,
    description: "What `by` is given in; null where no measure has to change.",
  })
  unit: PathNode["steps"][number]["unit"];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much more is needed; below zero, how much less. Of a measure without a value, counted from zero.",
  })
  by: string | null;

  @Field(() => Boolean, {
    description: "Whether the measure has a value; what it is made of has to be recorded first where it has none.",
  })
  hasValue: boolean;

  @Field(() => String, { description: "The same in words." })
  inWords: string;
}

@ObjectType({ description: "A set of gaps; closing all of them reaches the tier." })
export class Way implements PathNode {
  @Field(() => [WayStep], { description: "The gaps, all of which have to be closed." })
  steps: WayStep[];

  @Field(() => DecimalScalar, {
    description:
      "By the document's own scale where it sets one; otherwise the sum of the missing shares of the bounds.",
  })
  effort: string;
}
