import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { selects } from "@tiergraph/kit/subgraph/selects";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Partner } from "../partner/index.js";
import { type AssessmentNode, Decision, type DecisionNode, TierAssessment } from "../placement/index.js";
import { Tier, type TierNode } from "../program/index.js";
import { type ProgressNode, RuleProgress } from "../requirement/index.js";
import type { PathNode } from "./path-node.js";
import type { StatusAsked, TierStatusReads } from "./tier-status.reads.js";
import type { TierPathNode, TierStatusNode } from "./tier-status-node.js";
import { Way } from "./way.graphql.js";

type Context = RequestContext<TierStatusReads>;

export const TierPath = objectType(
  "TierPath",
  "The way to the next tier.",
  {
    id: field.id(),
    measureGaps: field
      .string("For what joins training: each measure that has to rise, and by how much, such as `certified-people 2`.")
      .list()
      .directive("@inaccessible"),
    tier: field.of(() => Tier, "The tier above the one that is held.").as<TierNode>(),
    fraction: field.decimal("How much of the way is done: 0 to 1, rounded down to four digits."),
    requirement: field
      .of(() => RuleProgress, "The tier's rules as the program joins them.")
      .as<ProgressNode>()
      .nullable(),
    thresholds: field
      .of(
        () => RuleProgress,
        "What is measured of the partner, without what joins it, in the program's order: of several bounds on one measure the strictest.",
      )
      .as<ProgressNode>()
      .list(),
    impliedThresholds: field
      .of(() => RuleProgress, "Bounds that are met by meeting stricter ones of `thresholds`.")
      .as<ProgressNode>()
      .list(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type TierPath = InstanceType<typeof TierPath>;

export const PendingTier = objectType("PendingTier", "A tier that is decided and not yet held.", {
  tier: field.of(() => Tier, "The tier that will be held.").as<TierNode>(),
  from: field.date("First day on which it is held."),
});
export type PendingTier = InstanceType<typeof PendingTier>;

export const TierStatus = objectType("TierStatus", "A partner's tier, as of its last placement.", {
  tier: field.of(() => Tier, "The tier that is held now.").as<TierNode>(),
  since: field.date("The day from which the tier is held without a break."),
  pending: field.of(() => PendingTier, "What has been decided and takes effect later.").nullable(),
  asOf: field.date("The day that was judged last."),
});
export type TierStatus = InstanceType<typeof TierStatus>;

export const TierPeriod = objectType("TierPeriod", "A period in one tier, until the next one begins.", {
  tier: field.string("Name of the tier."),
  from: field.date("First day in it."),
});
export type TierPeriod = InstanceType<typeof TierPeriod>;

@Resolver(() => TierStatus)
export class TierStatusResolver {
  @FieldResolver(() => String, { description: "Why, in a sentence or two." })
  summary(@Root() status: TierStatusNode): Promise<string> {
    return status.summary();
  }

  @FieldResolver(() => Boolean, {
    description: "Whether what keeps the tier is missed, so that it will be lost unless that changes.",
  })
  isAtRisk(@Root() status: TierStatusNode): Promise<boolean> {
    return status.isAtRisk();
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The first day on which the tier can be lost, even in the worst case; null in the lowest tier.",
  })
  safeUntil(@Root() status: TierStatusNode): Promise<string | null> {
    return status.safeUntil();
  }

  @FieldResolver(() => TierAssessment, {
    nullable: true,
    description: "What keeping the tier asks, and how far it is met.",
  })
  keeping(@Root() status: TierStatusNode): Promise<AssessmentNode | null> {
    return status.keeping();
  }

  @FieldResolver(() => TierPath, { nullable: true, description: "Null in the highest tier." })
  next(@Root() status: TierStatusNode): Promise<TierPathNode | null> {
    return status.next();
  }

  @FieldResolver(() => Decision, { description: "The decision behind it, whole." })
  decision(@Root() status: TierStatusNode): Promise<DecisionNode> {
    return status.decision();
  }
}

@Resolver(() => TierPath)
export class TierPathResolver {
  @FieldResolver(() => [Way], { description: "Which gaps to close, the least effort first; at most five ways." })
  ways(@Root() path: TierPathNode): Promise<PathNode[]> {
    return path.ways();
  }
}

/** Fields of a status that take what its decision implies. */
const IMPLIED = ["summary", "isAtRisk", "safeUntil", "next"];
/** Fields that take the decision itself. */
const EXPLAINED = ["keeping", "decision"];

/** What has to be read for the fields of a status. */
export const readFor = (areAsked: (fields: readonly string[]) => boolean): StatusAsked => ({
  withOutlook: areAsked(IMPLIED),
  withDecision: areAsked(EXPLAINED),
});

/** The same for each partner of a list. */
const asked = new WeakMap<object, StatusAsked>();
function askedBy(info: GraphQLResolveInfo): StatusAsked {
  const known = asked.get(info.fieldNodes);
  if (known !== undefined) return known;
  const found = readFor((fields) => selects(info, fields));
  asked.set(info.fieldNodes, found);
  return found;
}

@Resolver(() => Partner)
export class TierOfPartnerResolver {
  @FieldResolver(() => TierStatus, { nullable: true, description: "Null before the first placement." })
  tierStatus(
    @Root() { id }: Partner,
    @Ctx() { load }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TierStatusNode | null> {
    return load.tierStatus(id, askedBy(info));
  }

  @FieldResolver(() => [TierPeriod], { nullable: true, description: "Earliest first." })
  tierHistory(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<TierPeriod[]> {
    return load.tierHistory.load(id);
  }
}
