import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { Partner } from "../partner/index.js";
import { type AssessmentNode, Decision, type DecisionNode, TierAssessment } from "../placement/index.js";
import { Tier, type TierNode } from "../program/index.js";
import { type ProgressNode, RuleProgress } from "../requirement/index.js";
import type { PathNode } from "./path-node.js";
import type { TierStatusReads } from "./tier-status.reads.js";
import type { TierPathNode, TierStatusNode } from "./tier-status-node.js";
import { Way } from "./way.graphql.js";

type Context = RequestContext<TierStatusReads>;

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

  @Field(() => Tier, { description: "The tier above the one that is held." })
  tier: TierNode;

  @Field(() => DecimalScalar, { description: "How much of the way is done: 0 to 1, rounded down to four digits." })
  fraction: string;

  @Field(() => RuleProgress, { nullable: true, description: "The tier's rules as the program joins them." })
  requirement: ProgressNode | null;

  @Field(() => [RuleProgress], {
    description:
      "What is measured of the partner, without what joins it, in the program's order: of several bounds on one measure the strictest.",
  })
  thresholds: ProgressNode[];

  @Field(() => [RuleProgress], { description: "Bounds that are met by meeting stricter ones of `thresholds`." })
  impliedThresholds: ProgressNode[];
}

@ObjectType({ description: "A tier that is decided and not yet held." })
export class PendingTier {
  @Field(() => Tier, { description: "The tier that will be held." })
  tier: TierNode;

  @Field(() => DateScalar, { description: "First day on which it is held." })
  from: string;
}

@ObjectType({ description: "A partner's tier, as of its last placement." })
export class TierStatus {
  @Field(() => Tier, { description: "The tier that is held now." })
  tier: TierNode;

  @Field(() => DateScalar, { description: "The day from which the tier is held without a break." })
  since: string;

  @Field(() => PendingTier, { nullable: true, description: "What has been decided and takes effect later." })
  pending: PendingTier | null;

  @Field(() => DateScalar, { description: "The day that was judged last." })
  asOf: string;
}

@ObjectType({ description: "A period in one tier, until the next one begins." })
export class TierPeriod {
  @Field(() => String, { description: "Name of the tier." })
  tier: string;

  @Field(() => DateScalar, { description: "First day in it." })
  from: string;
}

@Resolver(() => TierStatus)
export class TierStatusResolver {
  @FieldResolver(() => String, { description: "Why, in a sentence or two." })
  summary(@Root() status: TierStatusNode): string {
    return status.summary();
  }

  @FieldResolver(() => Boolean, {
    description: "Whether what keeps the tier is missed, so that it will be lost unless that changes.",
  })
  isAtRisk(@Root() status: TierStatusNode): boolean {
    return status.isAtRisk();
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The first day on which the tier can be lost, even in the worst case; null in the lowest tier.",
  })
  safeUntil(@Root() status: TierStatusNode): string | null {
    return status.safeUntil();
  }

  @FieldResolver(() => TierAssessment, {
    nullable: true,
    description: "What keeping the tier asks, and how far it is met.",
  })
  keeping(@Root() status: TierStatusNode): AssessmentNode | null {
    return status.keeping();
  }

  @FieldResolver(() => TierPath, { nullable: true, description: "Null in the highest tier." })
  next(@Root() status: TierStatusNode): TierPathNode | null {
    return status.next();
  }

  @FieldResolver(() => Decision, { description: "The decision behind it, whole." })
  decision(@Root() status: TierStatusNode): DecisionNode {
    return status.decision();
  }
}

@Resolver(() => TierPath)
export class TierPathResolver {
  @FieldResolver(() => [Way], { description: "Which gaps to close, the least effort first; at most five ways." })
  ways(@Root() path: TierPathNode): PathNode[] {
    return path.ways();
  }
}

@Resolver(() => Partner)
export class TierOfPartnerResolver {
  @FieldResolver(() => TierStatus, { nullable: true, description: "Null before the first placement." })
  tierStatus(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<TierStatusNode | null> {
    return load.tierStatus.load(id);
  }

  @FieldResolver(() => [TierPeriod], { nullable: true, description: "Earliest first." })
  tierHistory(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<TierPeriod[]> {
    return load.tierHistory.load(id);
  }
}
