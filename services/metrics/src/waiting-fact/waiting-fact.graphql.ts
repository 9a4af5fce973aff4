import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, ArgsType, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { FactPageArgs, type FactProblemCode, FactRefusalCode } from "../fact/index.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { WaitingReads } from "./waiting.reads.js";

type Context = RequestContext<WaitingReads>;

const WaitingStateName = graphEnum("WaitingFactState", ["WAITING", "RECORDED", "DISCARDED"], {
  description: "Whether a fact still waits.",
  valuesConfig: {
    WAITING: { description: "It does not count yet." },
    RECORDED: { description: "What it waited for came, or a person recorded it: it counts." },
    DISCARDED: { description: "A person decided that it never counts." },
  },
});
type WaitingStateName = (typeof WaitingStateName)[string];

@ObjectType({
  description:
    "A fact that was reported and does not count yet: a refund whose deal is not won yet, or a share of a deal whose total differs from that of another share.",
})
export class WaitingFact {
  @Field(() => ID)
  id: string;

  @Field(() => WaitingStateName, { description: "Whether it still waits." })
  state: WaitingStateName;

  @Field(() => Partner, { description: "The partner for which it was reported." })
  partner: Partner;

  @Field(() => String, { description: "The kind as program documents write it, for example `deal.refunded`." })
  kindName: string;

  @Field(() => String, { description: "The key under which the source system knows it." })
  externalId: string;

  @Field(() => FactRefusalCode, { description: "What it waits for." })
  code: FactProblemCode;

  @Field(() => String, { description: "The same in a sentence." })
  message: string;

  @Field(() => String, { nullable: true, description: "External id of the deal that a refund names." })
  deal: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day that it was reported for." })
  on: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "The whole amount as it was reported, in `currency`." })
  amount: string | null;

  @Field(() => String, { nullable: true, description: "Null where it was reported in the program's currency." })
  currency: string | null;

  @Field(() => DateTimeScalar, { description: "When it was first reported." })
  reportedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was recorded or discarded; null while it waits.",
  })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why a person recorded or discarded it." })
  note: string | null;
}

@ObjectType({ description: "A page of facts that wait." })
class WaitingFactConnection extends connectionType("WaitingFact", () => WaitingFact, PageInfo) {}

@ArgsType()
class WaitingArgs extends FactPageArgs {
  @Field(() => WaitingStateName, { defaultValue: "WAITING", description: "`WAITING` if omitted." })
  state: WaitingStateName;

  @Field(() => FactRefusalCode, { nullable: true, description: "What they wait for; any if omitted." })
  code: FactProblemCode | null;

  @Field(() => ID, { nullable: true, description: "All partners if omitted." })
  partnerId: string | null;
}

@Resolver()
export class WaitingFactResolver {
  @Authorized("decide waiting facts")
  @Query(() => WaitingFactConnection, {
    nullable: true,
    description: "Facts that were reported and do not count yet, the longest waiting first.",
  })
  waitingFacts(@Args(() => WaitingArgs) args: WaitingArgs, @Ctx() { load }: Context): Promise<Page<WaitingFact>> {
    return load.waitingFacts(args);
  }
}
