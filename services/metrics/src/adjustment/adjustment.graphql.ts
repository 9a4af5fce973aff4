import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { AdjustmentActions } from "./actions.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import type { AdjustmentReads } from "./adjustment.reads.js";
import { adjustmentOf } from "./adjustment-node.js";
import type { Decided } from "./decide-adjustment.action.js";
import type { Ending } from "./end-adjustment.action.js";
import type { AdjustmentProposed } from "./propose-adjustment.action.js";
import { MAX_HISTORY_MONTHS, MIN_HISTORY_MONTHS, type SeasonalProposal } from "./propose-seasonal-factors.action.js";

type Context = RequestContext<AdjustmentReads, AdjustmentActions>;

export const AdjustmentKind = graphEnum("AdjustmentKind", ["factor", "excused"], {
  description:
    "`FACTOR` multiplies what the days of a period add; the days of an `EXCUSED` period do not count, and a rolling window reaches back further by as many.",
});
export type AdjustmentKind = (typeof AdjustmentKind)[string];

export const AdjustmentState = graphEnum("AdjustmentState", ["PROPOSED", "APPROVED", "REJECTED", "ENDED"]);
export type AdjustmentState = (typeof AdjustmentState)[string];

@ObjectType({
  description: "Sets another value for one measure over the days of a period, once a second person approves it.",
})
export class Adjustment {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  program: string;

  @Field(() => String, { description: "Name of the measure in the program." })
  measure: string;

  @Field(() => AdjustmentKind)
  kind: AdjustmentKind;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: "The day after the last." })
  to: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Null where days are excused." })
  factor: string | null;

  @Field(() => [String], { description: "Partners of all regions where empty." })
  regions: string[];

  @Field(() => [String], { description: "Partners of all markets where empty." })
  markets: string[];

  @Field(() => String)
  why: string;

  @Field(() => String, { nullable: true, description: "How it was computed; null where a person set it." })
  method: string | null;

  @Field(() => AdjustmentState)
  state: AdjustmentState;

  @Field(() => DateTimeScalar)
  proposedAt: Date;

  @Field(() => String, { nullable: true, description: "Shown to people who may read proposals." })
  proposedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Shown to people who may read proposals." })
  decidedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt: Date | null;
}

@InputType()
export class ProposeAdjustmentInput {
  @Field(() => String, { description: "Name of a measure of the program in force." })
  measure: string;

  @Field(() => AdjustmentKind)
  kind: AdjustmentKind;

  @Field(() => DateScalar)
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

export const ProposeAdjustmentErrorCode = graphEnum("ProposeAdjustmentErrorCode", [
  "MEASURE_UNKNOWN",
  "MEASURE_NOT_ADJUSTABLE",
  "PERIOD_INVALID",
  "FACTOR_INVALID",
  "MARKET_UNKNOWN",
  "TEXT_INVALID",
  "NO_PROGRAM_IN_FORCE",
]);
export type ProposeAdjustmentErrorCode = (typeof ProposeAdjustmentErrorCode)[string];

@ObjectType({ description: "A refusal: nothing was proposed." })
export class ProposeAdjustmentUserError extends userErrorType("ProposeAdjustmentRefusal", ProposeAdjustmentErrorCode) {}

@ObjectType()
export class ProposeAdjustmentPayload {
  @Field(() => Adjustment, { nullable: true, description: "Null when refused." })
  adjustment: Adjustment | null;

  @Field(() => [ProposeAdjustmentUserError])
  userErrors: ProposeAdjustmentUserError[];
}

@InputType()
export class ProposeSeasonalFactorsInput {
  @Field(() => String, { description: "Name of a sum or count of the program in force that adds up over days." })
  measure: string;

  @Field(() => Int, { description: "Months of history, 24 to 120; whole years of it are used." })
  months: number;
}

export const ProposeSeasonalFactorsErrorCode = graphEnum("ProposeSeasonalFactorsErrorCode", [
  "MEASURE_UNKNOWN",
  "MEASURE_NOT_ADJUSTABLE",
  "MONTHS_INVALID",
  "HISTORY_TOO_SHORT",
  "NO_PROGRAM_IN_FORCE",
]);
export type ProposeSeasonalFactorsErrorCode = (typeof ProposeSeasonalFactorsErrorCode)[string];

@ObjectType({ description: "A refusal: nothing was proposed." })
export class ProposeSeasonalFactorsUserError extends userErrorType(
  "ProposeSeasonalFactorsRefusal",
  ProposeSeasonalFactorsErrorCode,
) {}

@ObjectType()
export class ProposeSeasonalFactorsPayload {
  @Field(() => [Adjustment], {
    description: "By month; none for a month that is average, or in which nothing comes in.",
  })
  adjustments: Adjustment[];

  @Field(() => [ProposeSeasonalFactorsUserError])
  userErrors: ProposeSeasonalFactorsUserError[];
}

@InputType()
export class DecideAdjustmentInput {
  @Field(() => ID)
  adjustmentId: string;

  @Field(() => Boolean, { description: "False rejects it for good." })
  isApproved: boolean;
}

export const DecideAdjustmentErrorCode = graphEnum("DecideAdjustmentErrorCode", [
  "ADJUSTMENT_NOT_FOUND",
  "ALREADY_DECIDED",
  "SECOND_PERSON_NEEDED",
]);
export type DecideAdjustmentErrorCode = (typeof DecideAdjustmentErrorCode)[string];

@ObjectType({ description: "A refusal: nothing was decided." })
export class DecideAdjustmentUserError extends userErrorType("DecideAdjustmentRefusal", DecideAdjustmentErrorCode) {}

@ObjectType()
export class DecideAdjustmentPayload {
  @Field(() => Adjustment, { nullable: true, description: "Null when refused." })
  adjustment: Adjustment | null;

  @Field(() => [DecideAdjustmentUserError])
  userErrors: DecideAdjustmentUserError[];
}

@InputType()
export class EndAdjustmentInput {
  @Field(() => ID)
  adjustmentId: string;
}

export const EndAdjustmentErrorCode = graphEnum("EndAdjustmentErrorCode", ["ADJUSTMENT_NOT_FOUND", "NOT_APPROVED"]);
export type EndAdjustmentErrorCode = (typeof EndAdjustmentErrorCode)[string];

@ObjectType({ description: "A refusal: nothing was ended." })
export class EndAdjustmentUserError extends userErrorType("EndAdjustmentRefusal", EndAdjustmentErrorCode) {}

@ObjectType()
export class EndAdjustmentPayload {
  @Field(() => Adjustment, { nullable: true, description: "Null when refused." })
  adjustment: Adjustment | null;

  @Field(() => [EndAdjustmentUserError])
  userErrors: EndAdjustmentUserError[];
}

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
  ): Promise<ProposeAdjustmentPayload> {
    return actions.proposeAdjustment(input).then(proposalPayloadOf);
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
    return actions.proposeSeasonalFactors(input).then((proposal) => seasonalPayloadOf(proposal, input));
  }

  @Authorized("decide adjustments")
  @Mutation(() => DecideAdjustmentPayload, {
    nullable: true,
    description: "Approves or rejects another person's proposal. The partners concerned are measured again at once.",
  })
  decideAdjustment(
    @Arg("input", () => DecideAdjustmentInput) input: DecideAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<DecideAdjustmentPayload> {
    return actions.decideAdjustment(input).then(decisionPayloadOf);
  }

  @Authorized("decide adjustments")
  @Mutation(() => EndAdjustmentPayload, {
    nullable: true,
    description: "Ends an approved adjustment: its days count as they are again. Decisions stay as they were made.",
  })
  endAdjustment(
    @Arg("input", () => EndAdjustmentInput) input: EndAdjustmentInput,
    @Ctx() { actions }: Context,
  ): Promise<EndAdjustmentPayload> {
    return actions.endAdjustment(input).then(endingPayloadOf);
  }
}

const shown = (row: AdjustmentRow): Adjustment => adjustmentOf(row, { withNames: true });

function proposalPayloadOf(proposal: AdjustmentProposed): ProposeAdjustmentPayload {
  const refusal = (code: ProposeAdjustmentErrorCode, field: string[], message: string) => ({
    adjustment: null,
    userErrors: [{ code, field, message }],
  });
  switch (proposal.kind) {
    case "Proposed":
      return { adjustment: shown(proposal.adjustment), userErrors: [] };
    case "NoProgramInForce":
      return refusal("NO_PROGRAM_IN_FORCE", [], "No program is in force: publish one first.");
    case "Refused": {
      const { code, field, message } = proposal.problem;
      return refusal(code, ["input", field], message);
    }
  }
}

function seasonalPayloadOf(
  proposal: SeasonalProposal,
  { measure }: ProposeSeasonalFactorsInput,
): ProposeSeasonalFactorsPayload {
  const refusal = (code: ProposeSeasonalFactorsErrorCode, field: string[], message: string) => ({
    adjustments: [],
    userErrors: [{ code, field, message }],
  });
  switch (proposal.kind) {
    case "Proposed":
      return { adjustments: proposal.adjustments.map(shown), userErrors: [] };
    case "NoProgramInForce":
      return refusal("NO_PROGRAM_IN_FORCE", [], "No program is in force: publish one first.");
    case "MeasureUnknown":
      return refusal("MEASURE_UNKNOWN", ["input", "measure"], `The program has no measure ${measure.slice(0, 50)}.`);
    case "MeasureNotAdditive":
      return refusal(
        "MEASURE_NOT_ADJUSTABLE",
        ["input", "measure"],
        `${measure} does not add up over days: only sums and counts that do have factors.`,
      );
    case "MonthsInvalid":
      return refusal(
        "MONTHS_INVALID",
        ["input", "months"],
        `The history has ${MIN_HISTORY_MONTHS} to ${MAX_HISTORY_MONTHS} months.`,
      );
    case "HistoryTooShort":
      return refusal(
        "HISTORY_TOO_SHORT",
        ["input", "months"],
        "At least two whole years of history are needed, and something in each of them.",
      );
  }
}

function decisionPayloadOf(decision: Decided): DecideAdjustmentPayload {
  const refusal = (code: DecideAdjustmentErrorCode, message: string) => ({
    adjustment: null,
    userErrors: [{ code, field: ["input", "adjustmentId"], message }],
  });
  switch (decision.kind) {
    case "Decided":
      return { adjustment: shown(decision.adjustment), userErrors: [] };
    case "AdjustmentNotFound":
      return refusal("ADJUSTMENT_NOT_FOUND", "There is no such adjustment.");
    case "NotProposed":
      return refusal("ALREADY_DECIDED", `The adjustment is ${decision.adjustment.state.toLowerCase()} already.`);
    case "SecondPersonNeeded":
      return refusal(
        "SECOND_PERSON_NEEDED",
        "The person who proposed an adjustment cannot decide it: a second person has to.",
      );
  }
}

function endingPayloadOf(ending: Ending): EndAdjustmentPayload {
  const refusal = (code: EndAdjustmentErrorCode, message: string) => ({
    adjustment: null,
    userErrors: [{ code, field: ["input", "adjustmentId"], message }],
  });
  switch (ending.kind) {
    case "Ended":
      return { adjustment: shown(ending.adjustment), userErrors: [] };
    case "AdjustmentNotFound":
      return refusal("ADJUSTMENT_NOT_FOUND", "There is no such adjustment.");
    case "NotApproved":
      return refusal(
        "NOT_APPROVED",
        `The adjustment is ${ending.adjustment.state.toLowerCase()}: only an approved one can be ended.`,
      );
  }
}
