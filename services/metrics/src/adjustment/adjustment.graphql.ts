import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type Payload, payloadOf, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { AdjustmentActions } from "./actions.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import type { AdjustmentReads } from "./adjustment.reads.js";
import { decisionRefusals, endRefusals, proposalRefusals, seasonalRefusals } from "./adjustment.refusals.js";
import { adjustmentOf } from "./adjustment-node.js";
import type { SeasonalProposal } from "./propose-seasonal-factors.action.js";

type Context = RequestContext<AdjustmentReads, AdjustmentActions>;

export const AdjustmentKind = graphEnum("AdjustmentKind", ["factor", "excused"], {
  description: "How an adjustment changes a measure.",
  valuesConfig: {
    FACTOR: { description: "What the days of the period add is multiplied by `factor`." },
    EXCUSED: {
      description: "The days of the period do not count, and a rolling window reaches back further by as many.",
    },
  },
});
export type AdjustmentKind = (typeof AdjustmentKind)[string];

const AdjustmentState = graphEnum("AdjustmentState", ["PROPOSED", "APPROVED", "REJECTED", "ENDED"], {
  description: "How far a proposed adjustment is.",
  valuesConfig: {
    PROPOSED: { description: "Waits for a second person; it changes nothing yet." },
    APPROVED: { description: "Measures count by it." },
    REJECTED: { description: "It was decided against, and never changes anything." },
    ENDED: { description: "It was approved, and measures count without it again, on every day." },
  },
});
type AdjustmentState = (typeof AdjustmentState)[string];

@ObjectType({
  description: "Sets another value for one measure over the days of a period, once a second person approves it.",
})
class Adjustment {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Name of the program whose measure it is for." })
  program: string;

  @Field(() => String, { description: "Name of the measure in the program." })
  measure: string;

  @Field(() => AdjustmentKind, { description: "Whether days are multiplied or excused." })
  kind: AdjustmentKind;

  @Field(() => DateScalar, { description: "First day of the adjusted period." })
  from: string;

  @Field(() => DateScalar, { description: "The day after the last." })
  to: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Null where days are excused." })
  factor: string | null;

  @Field(() => [String], { description: "Partners of all regions where empty." })
  regions: string[];

  @Field(() => [String], { description: "Partners of all markets where empty." })
  markets: string[];

  @Field(() => String, { description: "The reason that partners are shown." })
  why: string;

  @Field(() => String, { nullable: true, description: "How it was computed; null where a person set it." })
  method: string | null;

  @Field(() => AdjustmentState, { description: "How far it is." })
  state: AdjustmentState;

  @Field(() => DateTimeScalar, { description: "When it was proposed." })
  proposedAt: Date;

  @Field(() => String, { nullable: true, description: "Shown to people who may read proposals." })
  proposedBy: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was approved or rejected; null while it is proposed.",
  })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Shown to people who may read proposals." })
  decidedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was ended; null where it was not." })
  endedAt: Date | null;
}

@InputType({ description: "An adjustment that a second person has to approve." })
class ProposeAdjustmentInput {
  @Field(() => String, { description: "Name of a measure of the program in force." })
  measure: string;

  @Field(() => AdjustmentKind, { description: "Whether days are multiplied or excused." })
  kind: AdjustmentKind;

  @Field(() => DateScalar, { description: "First day of the adjusted period." })
  from: string;

  @Field(() => DateScalar, { description: "The day after the last; at most 1,100 days after the first." })
  to: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Of `FACTOR`: above 0, at most 100." })
  factor: string | null;

  @Field(() => [String], { nullable: true, description: "Partners of all regions if omitted." })
  regions: string[] | null;

  @Field(() => [String], { nullable: true, description: "Names of markets of the program; all if omitted." })
  markets: string[] | null;

  @Field(() => String, { description: "1 to 200 characters; partners are shown it." })
  why: string;
}

const ProposeAdjustmentPayload = payloadType("ProposeAdjustment", {
  field: "adjustment",
  type: () => Adjustment,
  description: "Null when refused.",
  userError: refusalType("ProposeAdjustment", proposalRefusals, { description: "A refusal: nothing was proposed." }),
});

@InputType({ description: "The measure whose seasonal factors are worked out and proposed." })
class ProposeSeasonalFactorsInput {
  @Field(() => String, { description: "Name of a sum or count of the program in force that adds up over days." })
  measure: string;

  @Field(() => Int, { description: "Months of history, 24 to 120; whole years of it are used." })
  months: number;
}

const ProposeSeasonalFactorsUserError = refusalType("ProposeSeasonalFactors", seasonalRefusals, {
  description: "A refusal: nothing was proposed.",
});

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class ProposeSeasonalFactorsPayload {
  @Field(() => [Adjustment], {
    description: "By month; none for a month that is average, or in which nothing comes in.",
  })
  adjustments: Adjustment[];

  @Field(() => [ProposeSeasonalFactorsUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@InputType({ description: "A second person's decision on a proposed adjustment." })
class DecideAdjustmentInput {
  @Field(() => ID, { description: "A proposed adjustment that another person proposed." })
  adjustmentId: string;

  @Field(() => Boolean, { description: "False rejects it for good." })
  isApproved: boolean;
}

const DecideAdjustmentPayload = payloadType("DecideAdjustment", {
  field: "adjustment",
  type: () => Adjustment,
  description: "Null when refused.",
  userError: refusalType("DecideAdjustment", decisionRefusals, { description: "A refusal: nothing was decided." }),
});

@InputType({ description: "The adjustment that ends." })
class EndAdjustmentInput {
  @Field(() => ID, { description: "An approved adjustment." })
  adjustmentId: string;
}

const EndAdjustmentPayload = payloadType("EndAdjustment", {
  field: "adjustment",
  type: () => Adjustment,
  description: "Null when refused.",
  userError: refusalType("EndAdjustment", endRefusals, { description: "A refusal: nothing was ended." }),
});

type AdjustmentPayload = Payload<"adjustment", Adjustment>;

@Resolver()
export class AdjustmentResolver {
  @Authorized("read measures")
  @Query(() => [Adjustment], {
    nullable: true,
    description:
      "Adjustments of a program's measures, latest period first, at most 500. Only people who may read proposals see proposed and rejected ones.",
  })
  adjustments(
    @Arg("program", () => String, { nullable: true, description: "The program in force if omitted." })
    program: string | null,
    @Ctx() { load }: Context,
  ): Promise<Adjustment[]> {
    return load.adjustments(program);
  }

  @Authorized("propose adjustments")
  @Mutation(() => ProposeAdjustmentPayload, {
    nullable: true,
    description: "Proposes an adjustment; nothing changes until a second person approves it.",
  })
  proposeAdjustment(
    @Arg("input", () => ProposeAdjustmentInput) input: ProposeAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AdjustmentPayload> {
    return actions
      .proposeAdjustment(input)
      .then((outcome) => payloadOf(proposalRefusals, outcome, "adjustment", ({ adjustment }) => shown(adjustment)));
  }

  @Authorized("propose adjustments")
  @Mutation(() => ProposeSeasonalFactorsPayload, {
    nullable: true,
    description:
      "Proposes factors for the coming twelve months, by ratio to average over whole years of all partners' history.",
  })
  proposeSeasonalFactors(
    @Arg("input", () => ProposeSeasonalFactorsInput) input: ProposeSeasonalFactorsInput,
    @Ctx() { actions }: Context,
  ): Promise<ProposeSeasonalFactorsPayload> {
    return actions.proposeSeasonalFactors(input).then(toPayload);
  }

  @Authorized("decide adjustments")
  @Mutation(() => DecideAdjustmentPayload, {
    nullable: true,
    description: "Approves or rejects another person's proposal. The partners concerned are measured again at once.",
  })
  decideAdjustment(
    @Arg("input", () => DecideAdjustmentInput) input: DecideAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AdjustmentPayload> {
    return actions
      .decideAdjustment(input)
      .then((outcome) => payloadOf(decisionRefusals, outcome, "adjustment", ({ adjustment }) => shown(adjustment)));
  }

  @Authorized("decide adjustments")
  @Mutation(() => EndAdjustmentPayload, {
    nullable: true,
    description: "Ends an approved adjustment: its days count as they are again. Decisions stay as they were made.",
  })
  endAdjustment(
    @Arg("input", () => EndAdjustmentInput) input: EndAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AdjustmentPayload> {
    return actions
      .endAdjustment(input)
      .then((outcome) => payloadOf(endRefusals, outcome, "adjustment", ({ adjustment }) => shown(adjustment)));
  }
}

const shown = (row: AdjustmentRow): Adjustment => adjustmentOf(row, { withNames: true });

const toPayload = (proposal: SeasonalProposal): ProposeSeasonalFactorsPayload =>
  isRefusal(seasonalRefusals, proposal)
    ? { adjustments: [], userErrors: [userErrorOf(seasonalRefusals, proposal)] }
    : { adjustments: proposal.adjustments.map(shown), userErrors: [] };
