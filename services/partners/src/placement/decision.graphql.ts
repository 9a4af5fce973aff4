import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { SAFEGUARD_RULES } from "@tiergraph/program/place";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { OverrideKind } from "../override/index.js";
import { Partner } from "../partner/index.js";
import { Tier, type TierNode } from "../program/index.js";
import { Measurement, type ProgressNode, RuleProgress } from "../requirement/index.js";
import { Node, PageArgs, PageInfo } from "../values.graphql.js";
import { OUTCOMES } from "./decision.entity.js";
import type { DecisionReads } from "./decision.reads.js";
import type { AssessmentNode, DecisionNode } from "./decision-node.js";
import "@tiergraph/kit/values/declared-type.graphql";

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

export const Safeguard = objectType(
  "Safeguard",
  "A rule that held a partner where it is, or moved it less far than it would have gone.",
  {
    rule: field.of(() => SafeguardRule, "Which rule of the program it is.").as<string>(),
    until: field.date("The first day on which it no longer does, if nothing else changes.").nullable(),
    explanation: field.string("The same in a sentence."),
  },
);
export type Safeguard = InstanceType<typeof Safeguard>;

export const AppliedAdjustment = objectType("AppliedAdjustment", "An adjustment that touched a measure.", {
  id: field.id("Id of the adjustment."),
  kind: field.string("`factor` or `excused`."),
  from: field.date("First day of the adjusted period."),
  until: field.date("The first day after."),
  factor: field.decimal("By what the days of the period were multiplied; null where they were excused.").nullable(),
  reason: field.string("Why; partners are shown it.").personal(),
  unadjusted: field.decimal("The value of the measure without any adjustment.").nullable(),
});
export type AppliedAdjustment = InstanceType<typeof AppliedAdjustment>;

export const DecisionInputGroup = objectType(
  "DecisionInputGroup",
  "A measure's value in one group, for one value of the attribute that it is grouped by.",
  {
    group: field.string("The value of the attribute."),
    value: field.decimal("In the measure's unit."),
  },
);
export type DecisionInputGroup = InstanceType<typeof DecisionInputGroup>;

export const DecisionInput = objectType("DecisionInput", "One measure as the decision read it.", {
  measure: field.string("Name of the measure in the program."),
  value: field
    .decimal(
      "Money in major units, percent as a fraction of 1, to twelve digits after the point. What decided is exact.",
    )
    .nullable(),
  numerator: field.decimal("Of a ratio: exactly what was divided.").nullable(),
  denominator: field.decimal("Of a ratio: exactly what it was divided by.").nullable(),
  groups: field.of(() => DecisionInputGroup, "Empty for a measure that is one number only.").list(),
  adjustments: field.of(() => AppliedAdjustment, "What was adjusted of it; empty where nothing was.").list(),
  from: field.date("First day that counted; null for the beginning of time.").nullable(),
  until: field.date("The first day after those that counted."),
  measurement: field.of(() => Measurement, "Down to the facts that were counted.").nullable(),
});
export type DecisionInput = InstanceType<typeof DecisionInput>;

export const TierAssessment = objectType("TierAssessment", "How a partner compared with one tier when it was judged.", {
  tier: field.of(() => Tier, "The tier that was compared with.").as<TierNode>(),
  isMet: field.boolean("Whether what it asks was met."),
  requirement: field
    .of(() => RuleProgress, "What it asks, and how far each part was met; null where it asks nothing.")
    .as<ProgressNode>()
    .nullable(),
});
export type TierAssessment = InstanceType<typeof TierAssessment>;

export const AppliedOverride = objectType(
  "AppliedOverride",
  "A person's decision that holds beside the rules, or in their place.",
  {
    id: field.id("Id of the person's decision."),
    kind: field.of(() => OverrideKind, "What was decided.").as<"TIER" | "TIER_AT_LEAST" | "HOLD">(),
    tier: field.string("Name of the tier by hand; null where the partner is held.").nullable(),
    until: field.date("The first day on which it no longer holds."),
    reason: field.string("Why, as the partner reads it.").personal(),
  },
);
export type AppliedOverride = InstanceType<typeof AppliedOverride>;

export const Decision = objectType(
  "Decision",
  "Why a partner was placed where it was. Never changed once made.",
  {
    id: field.id(),
    sequence: field.int("1 for the partner's first decision."),
    asOf: field.date("The day that was judged."),
    effectiveOn: field.date("The day from which on what was decided holds."),
    decidedAt: field.dateTime("When it was made."),
    program: field.string("Name of the program that it was made by."),
    programVersion: field.string("Version of the program that it was made by."),
    outcome: field.of(() => PlacementOutcome, "What it did to the partner's tier.").as<DecisionNode["outcome"]>(),
    tier: field.of(() => Tier, "The tier that it placed the partner in.").as<TierNode>(),
    previousTier: field.string("Name of the tier held before the judged day.").nullable(),
    summary: field.string("The reason in a sentence or two."),
    classifiedAs: field.string("The track in which the program classified the partner.").nullable(),
    safeguards: field.of(() => Safeguard, "What held the partner back; empty where nothing did.").list(),
    override: field
      .of(() => AppliedOverride, "The tier by hand that held on the judged day; null where none did.")
      .nullable(),
    hold: field
      .of(() => AppliedOverride, "What kept the partner where it was on the judged day; null where nothing did.")
      .nullable(),
    approvals: field.string("Names of the approvals that the partner had.").list(),
    inputs: field.of(() => DecisionInput, "Every measure that was read, with its value on the judged day.").list(),
    assessments: field
      .of(() => TierAssessment, "Every tier, lowest first.")
      .as<AssessmentNode>()
      .list(),
    keeping: field
      .of(() => TierAssessment, "What keeping the tier asks.")
      .as<AssessmentNode>()
      .nullable(),
    hash: field
      .string("SHA-256 over this decision and the hash before it. Null for decisions from before the chain.")
      .nullable(),
  },
  { implements: Node },
);
export type Decision = InstanceType<typeof Decision>;

export const DecisionConnection = connectionType("Decision", () => Decision, PageInfo, "A page of decisions.");
export type DecisionConnection = InstanceType<typeof DecisionConnection>;

@Resolver(() => Partner)
export class DecisionResolver {
  @FieldResolver(() => DecisionConnection, { nullable: true, description: "Newest first." })
  decisions(
    @Root() { id }: Partner,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: RequestContext<DecisionReads>,
  ): Promise<Page<Decision>> {
    return load.decisions(id, args);
  }
}
