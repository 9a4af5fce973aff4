import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { VerificationNode, VerificationReads } from "./verification.reads.js";

type Context = RequestContext<VerificationReads>;

const DecisionFaultKind = graphEnum("DecisionFaultKind", ["HASH", "CHAIN", "GAP", "COLUMNS", "REPLAY", "OUTLOOK"], {
  valuesConfig: {
    HASH: { description: "Its hash is not that of what is stored: it was changed." },
    CHAIN: {
      description: "It does not name the hash of the decision before it: one was added, taken away or changed.",
    },
    GAP: { description: "A decision is missing before it." },
    COLUMNS: { description: "Its columns differ from its record." },
    REPLAY: { description: "Its inputs, by its version, lead elsewhere." },
    OUTLOOK: { description: "What its tier status shows of it is not what it implies; the next decision mends that." },
  },
  description: "How a decision differs from its original record.",
});

export const DecisionFault = objectType("DecisionFault", "A decision that differs from its original record.", {
  partnerId: field.id("Whose decision it is."),
  decisionId: field.id("The decision that differs."),
  sequence: field.int("Its place among the partner's decisions, from 1."),
  kind: field.of(() => DecisionFaultKind, "In what it differs.").as<VerificationNode["faults"][number]["kind"]>(),
  expected: field.string("What it should be."),
  found: field.string("What is stored."),
});
export type DecisionFault = InstanceType<typeof DecisionFault>;

export const DecisionVerification = objectType(
  "DecisionVerification",
  "A page of decisions, each replayed from its own inputs and compared with its chain.",
  {
    checked: field.int("Decisions on this page."),
    total: field.int("Decisions in total, for a progress bar."),
    faults: field.of(() => DecisionFault, "Every difference on this page; empty where there is none.").list(),
    next: field.string("Pass as `after` to go on; null at the end.").nullable(),
  },
);
export type DecisionVerification = InstanceType<typeof DecisionVerification>;

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
