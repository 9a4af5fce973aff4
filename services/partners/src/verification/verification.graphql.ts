import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { VerificationNode, VerificationReads } from "./verification.reads.js";

type Context = RequestContext<VerificationReads>;

const DecisionFaultKind = graphEnum("DecisionFaultKind", ["HASH", "CHAIN", "GAP", "COLUMNS", "REPLAY"], {
  valuesConfig: {
    HASH: { description: "Its hash is not that of what is stored: it was changed." },
    CHAIN: {
      description: "It does not name the hash of the decision before it: one was added, taken away or changed.",
    },
    GAP: { description: "A decision is missing before it." },
    COLUMNS: { description: "Its columns differ from its record." },
    REPLAY: { description: "Its inputs, by its version, lead elsewhere." },
  },
  description: "How a decision differs from its original record.",
});

@ObjectType({ description: "A decision that differs from its original record." })
export class DecisionFault {
  @Field(() => ID, { description: "Whose decision it is." })
  partnerId: string;

  @Field(() => ID, { description: "The decision that differs." })
  decisionId: string;

  @Field(() => Int, { description: "Its place among the partner's decisions, from 1." })
  sequence: number;

  @Field(() => DecisionFaultKind, { description: "In what it differs." })
  kind: VerificationNode["faults"][number]["kind"];

  @Field(() => String, { description: "What it should be." })
  expected: string;

  @Field(() => String, { description: "What is stored." })
  found: string;
}

@ObjectType({ description: "A page of decisions, each replayed from its own inputs and compared with its chain." })
export class DecisionVerification implements VerificationNode {
  @Field(() => Int, { description: "Decisions on this page." })
  checked: number;

  @Field(() => Int, { description: "Decisions in total, for a progress bar." })
  total: number;

  @Field(() => [DecisionFault], { description: "Every difference on this page; empty where there is none." })
  faults: DecisionFault[];

  @Field(() => String, { nullable: true, description: "Pass as `after` to go on; null at the end." })
  next: string | null;
}

@Resolver()
export class VerificationResolver {
  @Authorized("verify decisions")
  @Query(() => DecisionVerification, {
    nullable: true,
    description: "Replays stored decisions, partner after partner, and reports what differs.",
  })
  verifyDecisions(
    @Arg("partnerId", () => ID, { nullable: true, description: "All partners if omitted." }) partnerId: string | null,
    @Arg("first", () => Int, { defaultValue: 500, description: "1 to 1,000 decisions." }) first: number,
    @Arg("after", () => String, {
      nullable: true,
      description: "`next` of the page before; the first page if omitted.",
    })
    after: string | null | undefined,
    @Ctx() { load }: Context,
  ): Promise<VerificationNode> {
    return load.verification({ partnerId: partnerId ?? null, first, after: after ?? null });
  }
}
