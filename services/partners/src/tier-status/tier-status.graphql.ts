import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { encodeTierPath } from "@tiergraph/program/place";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { assessmentOf, Decision, decisionOf, measurementIdIn, TierAssessment } from "../placement/decision.graphql.js";
import type { DecisionRow } from "../placement/decision.store.js";
import { storyOf } from "../placement/decision-story.js";
import { Tier, tierOf } from "../program/program.graphql.js";
import type { ReadVersion } from "../program/read-version.js";
import { Bound } from "../requirement/requirement-types.graphql.js";
import { progressOf, RuleProgress, thresholdsOf } from "../requirement/rule-progress.graphql.js";
import type { TierStatusRow } from "./tier-status.store.js";
import { Way, waysOf } from "./way.graphql.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "The way to the next tier." })
export class TierPath {
  @Field(() => ID)
  id: string;

  @Directive("@inaccessible")
  @Field(() => [String], {
    description:
      "For what joins training: each measure that has to rise, and by how much, such as `certified-people 2`.",
  })
  measureGaps: string[];

  @Field(() => Tier)
  tier: Tier;

  @Field(() => DecimalScalar, { description: "How much of the way is done: 0 to 1, rounded down to four digits." })
  fraction: string;

  @Field(() => RuleProgress, { nullable: true, description: "The tier's rules as the program joins them." })
  requirement: RuleProgress | null;

  @Field(() => [RuleProgress], {
    description:
      "What is measured of the partner, without what joins it, in the program's order: of several bounds on one measure the strictest.",
  })
  thresholds: RuleProgress[];

  @Field(() => [RuleProgress], { description: "Bounds that are met by meeting stricter ones of `thresholds`." })
  impliedThresholds: RuleProgress[];

  @Field(() => [Way], { description: "Which gaps to close, the least effort first; at most five ways." })
  ways: Way[];
}

@ObjectType({ description: "A tier that is decided and not yet held." })
export class PendingTier {
  @Field(() => Tier)
  tier: Tier;

  @Field(() => DateScalar)
  from: string;
}

@ObjectType({ description: "A partner's tier, as of its last placement." })
export class TierStatus {
  @Field(() => Tier)
  tier: Tier;

  @Field(() => DateScalar, { description: "The day from which the tier is held without a break." })
  since: string;

  @Field(() => PendingTier, { nullable: true, description: "What has been decided and takes effect later." })
  pending: PendingTier | null;

  @Field(() => DateScalar, { description: "The day that was judged last." })
  asOf: string;

  @Field(() => String, { description: "Why, in a sentence or two." })
  summary: string;

  @Field(() => Boolean, {
    description: "Whether what keeps the tier is missed, so that it will be lost unless that changes.",
  })
  isAtRisk: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which the tier can be lost, even in the worst case; null in the lowest tier.",
  })
  safeUntil: string | null;

  @Field(() => TierAssessment, { nullable: true, description: "What keeping the tier asks, and how far it is met." })
  keeping: TierAssessment | null;

  @Field(() => TierPath, { nullable: true, description: "Null in the highest tier." })
  next: TierPath | null;

  @Field(() => Decision, { description: "The decision behind it, whole." })
  decision: Decision;
}

@ObjectType({ description: "A period in one tier, until the next one begins." })
export class TierPeriod {
  @Field(() => String)
  tier: string;

  @Field(() => DateScalar)
  from: string;
}

export function tierStatusOf(status: TierStatusRow, decision: DecisionRow, version: ReadVersion): TierStatus {
  const story = storyOf(decision, version);
  const measurementId = measurementIdIn(decision);
  const { next } = story;
  const judgement = { program: version.program, measurementId };
  const progress = next?.requirement == null ? null : progressOf(next.requirement, judgement);
  const measured =
    next?.requirement == null ? { thresholds: [], impliedThresholds: [] } : thresholdsOf(next.requirement, judgement);
  return {
    tier: tierOf(version.program, status.tier),
    since: status.since,
    pending:
      status.pendingTier === null || status.pendingFrom === null
        ? null
        : { tier: tierOf(version.program, status.pendingTier), from: status.pendingFrom },
    asOf: status.asOf,
    summary: story.summary,
    isAtRisk: story.isAtRisk,
    safeUntil: story.safeUntil,
    keeping: story.keeping === null ? null : assessmentOf(story.keeping, version, measurementId),
    decision: decisionOf(decision, version),
    next:
      next === null
        ? null
        : {
            id: encodeTierPath({ partnerId: status.partnerId, tier: next.tier }),
            measureGaps: gapsOf(measured.thresholds),
            tier: tierOf(version.program, next.tier),
            fraction: progress?.fraction ?? "1",
            requirement: progress,
            ...measured,
            // Read, and so worked out, only where it is asked for.
            get ways() {
              return waysOf(version.program, story.pathsUp());
            },
          },
  };
}

/** Of each measure that has to rise the largest gap, as a whole number; where one rule asks for it and not the partner, none. */
function gapsOf(thresholds: readonly RuleProgress[]): string[] {
  const gaps = new Map<string, number>();
  for (const { measure, gap, isMet, isAsked, bound, group } of thresholds) {
    const isRise = bound === Bound.AT_LEAST || bound === Bound.MORE_THAN;
    if (measure === null || gap === null || isMet || !isAsked || !isRise || group !== null) continue;
    // More than a bound of whole numbers is one more than it.
    const needed = Math.max(Math.ceil(Number(gap)), 1);
    gaps.set(measure, Math.max(gaps.get(measure) ?? 0, needed));
  }
  return [...gaps].map(([measure, needed]) => `${measure} ${needed}`);
}
