import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { decimalOfText } from "@tiergraph/program/exact";
import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Authorized } from "../values.graphql.js";
import type { ReviewRecording } from "./record-review.action.js";
import type { ReviewRow } from "./review.entity.js";

@ObjectType()
export class ReviewQuestion {
  @Field(() => String)
  name: string;

  @Field(() => String)
  ask: string;

  @Field(() => Int, { description: "Answers run from 0 to this." })
  best: number;

  @Field(() => Int)
  weight: number;
}

@ObjectType({ description: "A set of questions that someone answers about a partner for each period." })
export class ReviewForm {
  @Field(() => String)
  name: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: "`quarter`, `half-year` or `year`." })
  every: string;

  @Field(() => [ReviewQuestion])
  questions: ReviewQuestion[];
}

@ObjectType()
export class ReviewAnswer {
  @Field(() => String)
  question: string;

  @Field(() => Int)
  answer: number;
}

@ObjectType({ description: "A qualitative review of a partner. A correction is a later review of the same period." })
export class Review {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Name of the form in the program." })
  review: string;

  @Field(() => DateScalar)
  periodFrom: string;

  @Field(() => DateScalar, { description: "The day after the period's last." })
  periodTo: string;

  @Field(() => DateScalar)
  heldOn: string;

  @Field(() => DecimalScalar, { description: "As a share of the best possible." })
  score: string;

  @Field(() => [ReviewAnswer])
  answers: ReviewAnswer[];

  @Field(() => String, { nullable: true })
  notes: string | null;

  @Field(() => DateTimeScalar)
  recordedAt: Date;
}

export enum RecordReviewErrorCode {
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
  NO_PROGRAM_IN_FORCE = "NO_PROGRAM_IN_FORCE",
  REVIEW_UNKNOWN = "REVIEW_UNKNOWN",
  DAY_IN_FUTURE = "DAY_IN_FUTURE",
  ANSWERS_INVALID = "ANSWERS_INVALID",
}
registerEnumType(RecordReviewErrorCode, { name: "RecordReviewErrorCode" });

@ObjectType({ description: "A refusal: nothing was recorded." })
export class RecordReviewUserError extends userErrorType("RecordReviewRefusal", RecordReviewErrorCode) {}

@InputType()
export class ReviewAnswerInput {
  @Field(() => String)
  question: string;

  @Field(() => Int)
  answer: number;
}

@InputType()
export class RecordReviewInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String, { description: "Name of the form in the program." })
  review: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Today if omitted; its period is what the review is about.",
  })
  heldOn: string | null;

  @Field(() => [ReviewAnswerInput], { description: "Every question of the form, once." })
  answers: ReviewAnswerInput[];

  @Field(() => String, { nullable: true })
  notes: string | null;
}

@ObjectType()
export class RecordReviewPayload {
  @Field(() => Review, { nullable: true })
  review: Review | null;

  @Field(() => [RecordReviewUserError])
  userErrors: object[];
}

@Resolver()
export class ReviewResolver {
  @Authorized("read the program")
  @Query(() => [ReviewForm], { nullable: true, description: "The reviews of the program in force." })
  reviewForms(@Ctx() { load }: Context): Promise<ReviewForm[]> {
    return load.reviewForms();
  }

  @Authorized("review partners")
  @Mutation(() => RecordReviewPayload, {
    nullable: true,
    description: "Records a review and places the partner again.",
  })
  recordReview(
    @Arg("input", () => RecordReviewInput) input: RecordReviewInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordReviewPayload> {
    return actions.recordReview(input).then(payloadOf);
  }
}

export const reviewOf = ({ partnerId, reviewId, form, answers, score, ...row }: ReviewRow): Review => ({
  ...row,
  id: encodeOwnedId({ partnerId, id: reviewId }),
  review: form,
  score: decimalOfText(score),
  answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
});

function payloadOf(outcome: ReviewRecording): RecordReviewPayload {
  const refusal = (code: RecordReviewErrorCode, field: string[], message: string) => ({
    review: null,
    userErrors: [{ code, field: ["input", ...field], message }],
  });
  const answers = (message: string) => refusal(RecordReviewErrorCode.ANSWERS_INVALID, ["answers"], message);
  switch (outcome.kind) {
    case "ReviewRecorded":
      return { review: reviewOf(outcome.review), userErrors: [] };
    case "PartnerUnknown":
      return refusal(RecordReviewErrorCode.PARTNER_NOT_FOUND, ["partnerId"], "There is no such partner.");
    case "NoProgramInForce":
      return refusal(RecordReviewErrorCode.NO_PROGRAM_IN_FORCE, [], "No program is in force: publish one first.");
    case "FormUnknown":
      return refusal(
        RecordReviewErrorCode.REVIEW_UNKNOWN,
        ["review"],
        outcome.known.length === 0 ? "The program has no reviews." : `The program has ${outcome.known.join(", ")}.`,
      );
    case "DayInFuture":
      return refusal(RecordReviewErrorCode.DAY_IN_FUTURE, ["heldOn"], `The day is after today, ${outcome.today}.`);
    case "QuestionRepeated":
      return answers(`Question ${outcome.question} is answered twice.`);
    case "QuestionUnknown":
      return answers(`The form has no question ${outcome.question}.`);
    case "QuestionUnanswered":
      return answers(`Question ${outcome.question} is not answered.`);
    case "AnswerOutOfRange":
      return answers(`The answer to ${outcome.question} is a whole number from 0 to ${outcome.best}.`);
  }
}
