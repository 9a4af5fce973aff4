import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Rewards } from "../ledger/index.js";
import { Money } from "../values.graphql.js";
import type { PartnerCeilingReads } from "./partner-ceiling.reads.js";

type Context = RequestContext<PartnerCeilingReads>;

@ObjectType({ description: "What a partner has filled of a ceiling that each partner has for itself." })
export class PartnerCeiling {
  @Field(() => String, { description: "Name of the ceiling in the program." })
  ceiling: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "Why nothing is paid above it." })
  why: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day of the present period; null where it counts for ever.",
  })
  periodFrom: string | null;

  @Field(() => Money, { nullable: true, description: "Null where it counts how often something is paid." })
  used: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: "The ceiling itself; null where it counts how often something is paid.",
  })
  most: Money | null;

  @Field(() => Int, { nullable: true, description: "How often; null where it counts money." })
  timesUsed: number | null;

  @Field(() => Int, { nullable: true, description: "The ceiling itself; null where it counts money." })
  mostTimes: number | null;

  @Field(() => Boolean, { description: "Nothing is paid above it; a soft ceiling only raises an alert." })
  isHard: boolean;

  @Field(() => Boolean, { description: "Its mark, or itself where it has none, is reached." })
  isReached: boolean;
}

@Resolver(() => Rewards)
export class PartnerCeilingResolver {
  @FieldResolver(() => [PartnerCeiling], {
    description: "Ceilings that the partner has for itself, in their present periods.",
  })
  ceilings(@Root() { partnerId }: Rewards, @Ctx() { load }: Context): Promise<PartnerCeiling[]> {
    return load.partnerCeilings(partnerId);
  }
}
