import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { PlacementDecision } from "@tiergraph/program/place/place-partner";
import { Field, ObjectType } from "type-graphql";
import type { DecisionRow } from "../placement/decision.store.js";
import { Decision, decisionOf, measurementIdIn } from "../placement/placement.graphql.js";
import { Tier, tierOf } from "../program/program.graphql.js";
import type { PublishedVersion } from "../program/program-shelf.js";
import { progressOf, RuleProgress, thresholdsOf } from "../requirement.graphql.js";
import type { TierStatusRow } from "./tier-status.store.js";

@ObjectType({ description: "The way to the next tier." })
export class TierPath {
  @Field(() => Tier)
  tier!: Tier;

  @Field(() => DecimalScalar, { description: "How much of the way is done: 0 to 1, rounded down to four digits." })
  fraction!: string;

  @Field(() => RuleProgress, { nullable: true, description: "The tier's rules as the program joins them." })
  requirement!: RuleProgress | null;

  @Field(() => [RuleProgress], { description: "Every threshold of the tier, in the program's order." })
  thresholds!: RuleProgress[];
}

@ObjectType({ description: "Where a partner stands, as its last placement left it." })
export class TierStatus {
  @Field(() => Tier)
  tier!: Tier;

  @Field(() => DateScalar, { description: "The day from which the tier is held without a break." })
  since!: string;

  @Field(() => DateScalar, { description: "The day that was judged last." })
  asOf!: string;

  @Field(() => String, { description: "Why, in one sentence." })
  summary!: string;

  @Field(() => TierPath, { nullable: true, description: "Null in the highest tier." })
  next!: TierPath | null;

  @Field(() => Decision, { description: "The decision behind it, whole." })
  decision!: Decision;
}

@ObjectType({ description: "A stretch of time in one tier, until the next one begins." })
export class TierPeriod {
  @Field(() => String)
  tier!: string;

  @Field(() => DateScalar)
  from!: string;
}

export function tierStatusOf(status: TierStatusRow, decision: DecisionRow, version: PublishedVersion): TierStatus {
  const { next, summary } = JSON.parse(decision.body) as PlacementDecision; // Written by `serializeDecision`.
  const progress = next?.requirement == null ? null : progressOf(next.requirement, measurementIdIn(decision));
  return {
    tier: tierOf(version.program, status.tier),
    since: status.since,
    asOf: status.asOf,
    summary,
    decision: decisionOf(decision, version),
    next:
      next === null
        ? null
        : {
            tier: tierOf(version.program, next.tier),
            fraction: progress?.fraction ?? "1",
            requirement: progress,
            thresholds: progress === null ? [] : thresholdsOf(progress),
          },
  };
}
