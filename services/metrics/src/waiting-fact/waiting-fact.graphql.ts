import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Args, Ctx, Query, Resolver } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { type FactProblemCode, FactRefusalCode } from "../fact/index.js";
import { Authorized, PageArgs, PageInfo } from "../values.graphql.js";
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

export const WaitingFact = objectType(
  "WaitingFact",
  "A fact that was reported and does not count yet: a refund whose deal is not won yet, or a share of a deal whose total differs from that of another share.",
  {
    id: field.id(),
    state: field.of(() => WaitingStateName, "Whether it still waits."),
    partner: field.of(() => Partner, "The partner for which it was reported.").nullable(),
    kindName: field.string("The kind as program documents write it, for example `deal.refunded`."),
    externalId: field.string("The key under which the source system knows it."),
    code: field.of(() => FactRefusalCode, "What it waits for.").as<FactProblemCode>(),
    message: field.string("The same in a sentence."),
    deal: field.string("External id of the deal that a refund names.").nullable(),
    on: field.date("The day that it was reported for.").nullable(),
    amount: field.decimal("The whole amount as it was reported, in `currency`.").nullable(),
    currency: field.string("Null where it was reported in the program's currency.").nullable(),
    reportedAt: field.dateTime("When it was first reported."),
    endedAt: field.dateTime("When it was recorded or discarded; null while it waits.").nullable(),
    reason: field.string("Why a person recorded or discarded it.").personal(),
  },
);
export type WaitingFact = InstanceType<typeof WaitingFact>;

export const WaitingFactConnection = connectionType(
  "WaitingFact",
  () => WaitingFact,
  PageInfo,
  "A page of facts that wait.",
);
export type WaitingFactConnection = InstanceType<typeof WaitingFactConnection>;

const WaitingArgs = argsType({
  ...PageArgs.fields,
  state: field.of(() => WaitingStateName, "`WAITING` if omitted.").default("WAITING"),
  code: field
    .of(() => FactRefusalCode, "What they wait for; any if omitted.")
    .as<FactProblemCode>()
    .nullable(),
  partnerId: field.id("All partners if omitted.").nullable(),
});
type WaitingArgs = InstanceType<typeof WaitingArgs>;

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
