import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { Program } from "@tiergraph/program/document/program";
import { decimalOf } from "@tiergraph/program/exact";
import { type PathToTier as EngineWay, stepInWords } from "@tiergraph/program/path-to-tier";
import { Field, ObjectType } from "type-graphql";
import { MeasureUnit, RuleKind, unitOf } from "../requirement/requirement-types.graphql.js";

@ObjectType({ description: "One gap to close." })
export class WayStep {
  @Field(() => RuleKind, { description: "`THRESHOLD` for more or less of a measure, `TENURE`, or `APPROVAL`." })
  kind: RuleKind;

  @Field(() => String, { description: "The address of the rule that asks for it." })
  path: string;

  @Field(() => String, { nullable: true })
  measure: string | null;

  @Field(() => String, { nullable: true, description: "The value of the attribute in which it is needed." })
  group: string | null;

  @Field(() => MeasureUnit, { nullable: true })
  unit: MeasureUnit | null;

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
export class Way {
  @Field(() => [WayStep])
  steps: WayStep[];

  @Field(() => DecimalScalar, {
    description:
      "By the document's own scale where it sets one; otherwise the sum of the missing shares of the bounds.",
  })
  effort: string;
}

export const waysOf = (program: Program, ways: readonly EngineWay[]): Way[] =>
  ways.map(({ steps, effort }) => ({
    effort: decimalOf(effort),
    steps: steps.map((step) => {
      const measure = step.kind === "measure" ? program.measures.find(({ name }) => name === step.measure) : undefined;
      return {
        kind: {
          measure: RuleKind.THRESHOLD,
          tenure: RuleKind.TENURE,
          approval: RuleKind.APPROVAL,
          withheld: RuleKind.WITHHELD,
        }[step.kind],
        path: step.path,
        measure: measure?.name ?? null,
        group: step.kind === "measure" ? step.group : null,
        unit: measure === undefined ? null : unitOf(measure.unit),
        hasValue: step.kind !== "measure" || step.hasValue,
        by: step.kind === "measure" ? decimalOf(step.by) : null,
        inWords: stepInWords(program, step),
      };
    }),
  }));
