import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { SAFEGUARD_RULES } from "@tiergraph/program/place";
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { OverrideKind } from "../override/index.js";
import { Partner } from "../partner/index.js";
import { Tier, type TierNode } from "../program/index.js";
import { Measurement, type ProgressNode, RuleProgress } from "../requirement/index.js";
import { PageInfo } from "../values.graphql.js";
import type { DecisionReads } from "./decision.reads.js";
import type { AssessmentNode, DecisionNode } from "./decision-node.js";

export const PlacementOutcome = graphEnum("PlacementOutcome", ["PLACED", "PROMOTED", "DEMOTED", "KEPT"]);

const SafeguardRule = graphEnum("SafeguardRule", SAFEGUARD_RULES, {
  description: "What keeps a partner from moving between tiers too quickly.",
});

@ObjectType({ description: "A rule that held a partner where it is, or moved it less far than it would have gone." })
export class Safeguard {
  @Field(() => SafeguardRule)
  rule: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer does, if nothing else changes.",
  })
  until: string | null;

  @Field(() => String)
  explanation: string;
}

@ObjectType({ description: "An adjustment that touched a measure." })
export class AppliedAdjustment {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "`factor` or `excused`." })
  kind: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: "The day after its last." })
  to: string;

  @Field(() => DecimalScalar, { nullable: true })
  factor: string | null;

  @Field(() => String)
  why: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The value of the measure without any adjustment." })
  unadjusted: string | null;
}

@ObjectType({ description: "A measure's value in one group, for one value of the attribute that it is grouped by." })
export class DecisionInputGroup {
  @Field(() => String)
  group: string;

  @Field(() => DecimalScalar)
  value: string;
}

@ObjectType({ description: "One measure as the decision read it." })
export class DecisionInput {
  @Field(() => String)
  measure: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Money in major units, percent as a fraction of 1, to twelve digits after the point. What decided is exact.",
  })
  value: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what was divided." })
  numerator: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Of a ratio: exactly what it was divided by." })
  denominator: string | null;

  @Field(() => [DecisionInputGroup], { description: "Empty for a measure that is one number only." })
  groups: DecisionInputGroup[];

  @Field(() => [AppliedAdjustment])
  adjustments: AppliedAdjustment[];

  @Field(() => DateScalar, { nullable: true, description: "First day that counted; null for the beginning of time." })
  from: string | null;

  @Field(() => DateScalar, { description: "The day after the last one that counted." })
  to: string;

  @Field(() => Measurement, { nullable: true, description: "Down to the facts that were counted." })
  measurement: Measurement | null;
}

@ObjectType({ description: "How a partner compared with one tier when it was judged." })
export class TierAssessment {
  @Field(() => Tier)
  tier: TierNode;

  @Field(() => Boolean)
  isMet: boolean;

  @Field(() => RuleProgress, { nullable: true })
  requirement: ProgressNode | null;
}

@ObjectType({ description: "A person's decision that holds beside the rules, or in their place." })
export class AppliedOverride {
  @Field(() => ID)
  id: string;

  @Field(() => OverrideKind)
  kind: "TIER" | "TIER_AT_LEAST" | "HOLD";

  @Field(() => String, { nullable: true, description: "Name of the tier by hand; null where the partner is held." })
  tier: string | null;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds." })
  until: string;

  @Field(() => String)
  reason: string;
}

@ObjectType({ description: "Why a partner was placed where it was. Never changed once made." })
export class Decision {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: "1 for the partner's first decision." })
  sequence: number;

  @Field(() => DateScalar, { description: "The day that was judged." })
  asOf: string;

  @Field(() => DateScalar, { description: "The day from which on what was decided holds." })
  effectiveOn: string;

  @Field(() => DateTimeScalar)
  decidedAt: Date;

  @Field(() => String)
  program: string;

  @Field(() => String)
  programVersion: string;

  @Field(() => PlacementOutcome)
  outcome: DecisionNode["outcome"];

  @Field(() => Tier)
  tier: TierNode;

  @Field(() => String, { nullable: true, description: "Name of the tier held before the judged day." })
  previousTier: string | null;

  @Field(() => String, { description: "The reason in a sentence or two." })
  summary: string;

  @Field(() => String, { nullable: true, description: "The track in which the program classified the partner." })
  classifiedAs: string | null;

  @Field(() => [Safeguard])
  safeguards: Safeguard[];

  @Field(() => AppliedOverride, { nullable: true })
  override: AppliedOverride | null;

  @Field(() => AppliedOverride, { nullable: true })
  hold: AppliedOverride | null;

  @Field(() => [String], { description: "Names of the approvals that the partner had." })
  approvals: string[];

  @Field(() => [DecisionInput])
  inputs: DecisionInput[];

  @Field(() => [TierAssessment], { description: "Every tier, lowest first." })
  assessments: AssessmentNode[];

  @Field(() => TierAssessment, { nullable: true, description: "What keeping the tier asks." })
  keeping: AssessmentNode | null;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 over this decision and the hash before it. Null for decisions from before the chain.",
  })
  hash: string | null;
}

@ObjectType()
export class DecisionConnection extends connectionType("Decision", () => Decision, PageInfo) {}

@ArgsType()
export class DecisionsArgs {
  @Field(() => Int, { defaultValue: 10, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

@Resolver(() => Partner)
export class DecisionResolver {
  @FieldResolver(() => DecisionConnection, { nullable: true, description: "Newest first." })
  decisions(
    @Root() { id }: Partner,
    @Args(() => DecisionsArgs) args: DecisionsArgs,
    @Ctx() { load }: RequestContext<DecisionReads>,
  ): Promise<Page<Decision>> {
    return load.decisions(id, args);
  }
}
