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
import { OUTCOMES } from "./decision.entity.js";
import type { DecisionReads } from "./decision.reads.js";
import type { AssessmentNode, DecisionNode } from "./decision-node.js";

export const PlacementOutcome = graphEnum("PlacementOutcome", OUTCOMES, {
  description: "What a decision did to a partner's tier.",
  valuesConfig: {
    PLACED: { description: "The partner held no tier before." },
    PROMOTED: { description: "It moved to a higher tier." },
    DEMOTED: { description: "It moved to a lower tier." },
    KEPT: { description: "It stayed in its tier." },
  },
});

const SafeguardRule = graphEnum("SafeguardRule", SAFEGUARD_RULES, {
  description: "What keeps a partner from moving between tiers too quickly.",
  valuesConfig: {
    NOT_DUE: { description: "Moves in this direction are decided on other days." },
    FREEZE: { description: "No partner moves while the program's freeze lasts." },
    HOLD: { description: "A person decided that the partner stays where it is." },
    GRACE: { description: "What keeps the tier may be missed for so long before the tier is lost." },
    MINIMUM_TENURE: { description: "A tier is kept for at least so long." },
    RATCHET: { description: "A tier that was reached is kept until a day of the year." },
    TIER_LOCK: { description: "For a while, nobody falls below a tier or rises above it." },
    WAIT_AFTER_DEMOTION: { description: "No promotion for so long after a demotion." },
    DEMOTED_THIS_PERIOD: { description: "No promotion in the period of a demotion." },
    STEPS: { description: "A partner moves only so many tiers at a review." },
  },
});

@ObjectType({ description: "A rule that held a partner where it is, or moved it less far than it would have gone." })
export class Safeguard {
  @Field(() => SafeguardRule, { description: "Which rule of the program it is." })
  rule: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer does, if nothing else changes.",
  })
  until: string | null;

  @Field(() => String, { description: "The same in a sentence." })
  explanation: string;
}

@ObjectType({ description: "An adjustment that touched a measure." })
export class AppliedAdjustment {
  @Field(() => ID, { description: "Id of the adjustment." })
  id: string;

  @Field(() => String, { description: "`factor` or `excused`." })
  kind: string;

  @Field(() => DateScalar, { description: "First day of the adjusted period." })
  from: string;

  @Field(() => DateScalar, { description: "The day after its last." })
  to: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "By what the days of the period were multiplied; null where they were excused.",
  })
  factor: string | null;

  @Field(() => String, { description: "The reason that partners are shown." })
  why: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The value of the measure without any adjustment." })
  unadjusted: string | null;
}

@ObjectType({ description: "A measure's value in one group, for one value of the attribute that it is grouped by." })
export class DecisionInputGroup {
  @Field(() => String, { description: "The value of the attribute." })
  group: string;

  @Field(() => DecimalScalar, { description: "In the measure's unit." })
  value: string;
}

@ObjectType({ description: "One measure as the decision read it." })
export class DecisionInput {
  @Field(() => String, { description: "Name of the measure in the program." })
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

  @Field(() => [AppliedAdjustment], { description: "What was adjusted of it; empty where nothing was." })
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
  @Field(() => Tier, { description: "The tier that was compared with." })
  tier: TierNode;

  @Field(() => Boolean, { description: "Whether what it asks was met." })
  isMet: boolean;

  @Field(() => RuleProgress, {
    nullable: true,
    description: "What it asks, and how far each part was met; null where it asks nothing.",
  })
  requirement: ProgressNode | null;
}

@ObjectType({ description: "A person's decision that holds beside the rules, or in their place." })
export class AppliedOverride {
  @Field(() => ID, { description: "Id of the person's decision." })
  id: string;

  @Field(() => OverrideKind, { description: "What was decided." })
  kind: "TIER" | "TIER_AT_LEAST" | "HOLD";

  @Field(() => String, { nullable: true, description: "Name of the tier by hand; null where the partner is held." })
  tier: string | null;

  @Field(() => DateScalar, { description: "The first day on which it no longer holds." })
  until: string;

  @Field(() => String, { description: "Why, as the partner reads it." })
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

  @Field(() => DateTimeScalar, { description: "When it was made." })
  decidedAt: Date;

  @Field(() => String, { description: "Name of the program that it was made by." })
  program: string;

  @Field(() => String, { description: "Version of the program that it was made by." })
  programVersion: string;

  @Field(() => PlacementOutcome, { description: "What it did to the partner's tier." })
  outcome: DecisionNode["outcome"];

  @Field(() => Tier, { description: "The tier that it placed the partner in." })
  tier: TierNode;

  @Field(() => String, { nullable: true, description: "Name of the tier held before the judged day." })
  previousTier: string | null;

  @Field(() => String, { description: "The reason in a sentence or two." })
  summary: string;

  @Field(() => String, { nullable: true, description: "The track in which the program classified the partner." })
  classifiedAs: string | null;

  @Field(() => [Safeguard], { description: "What held the partner back; empty where nothing did." })
  safeguards: Safeguard[];

  @Field(() => AppliedOverride, {
    nullable: true,
    description: "The tier by hand that held on the judged day; null where none did.",
  })
  override: AppliedOverride | null;

  @Field(() => AppliedOverride, {
    nullable: true,
    description: "What kept the partner where it was on the judged day; null where nothing did.",
  })
  hold: AppliedOverride | null;

  @Field(() => [String], { description: "Names of the approvals that the partner had." })
  approvals: string[];

  @Field(() => [DecisionInput], { description: "Every measure that was read, with its value on the judged day." })
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

@ObjectType({ description: "A page of decisions." })
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
