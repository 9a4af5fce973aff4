import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Partner } from "../partner/index.js";
import { Authorized } from "../values.graphql.js";
import type { ReviewActions } from "./actions.js";
import { type ReviewNode, type ReviewReads, reviewNode } from "./review.reads.js";
import { reviewRefusals } from "./review.refusals.js";

type Context = RequestContext<ReviewReads, ReviewActions>;

@ObjectType({ description: "One question of a review." })
export class ReviewQuestion {
  @Field(() => String, { description: "By which an answer names the question." })
  name: string;

  @Field(() => String, { description: "The question in words." })
  ask: string;

  @Field(() => Int, { description: "Answers run from 0 to this." })
  best: number;

  @Field(() => Int, { description: "How much the answer counts beside the others; 1 where the program does not say." })
  weight: number;
}

@ObjectType({ description: "A set of questions that someone answers about a partner for each period." })
export class ReviewForm {
  @Field(() => String, { description: "By which `recordReview` names it." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "`quarter`, `half-year` or `year`." })
  every: string;

  @Field(() => [ReviewQuestion], { description: "In the order of the program." })
  questions: ReviewQuestion[];
}

@ObjectType({ description: "What was answered to one question." })
export class ReviewAnswer {
  @Field(() => String, { description: "Name of the question in the form." })
  question: string;

  @Field(() => Int, { description: "From 0 to the question's `best`." })
  answer: number;
}

@ObjectType({ description: "A qualitative review of a partner. A correction is a later review of the same period." })
export class Review {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Name of the form in the program." })
  review: string;

  @Field(() => DateScalar, { description: "First day of the period that it is about." })
  periodFrom: string;

  @Field(() => DateScalar, { description: "The day after the period's last." })
  periodTo: string;

  @Field(() => DateScalar, { description: "The day on which it was held." })
  heldOn: string;

  @Field(() => DecimalScalar, { description: "As a share of the best possible." })
  score: string;

  @Field(() => [ReviewAnswer], { description: "One for each question of the form." })
  answers: ReviewAnswer[];

  @Field(() => String, {
    nullable: true,
    description: "What the reviewer wrote beside the answers; null where nothing.",
  })
  notes: string | null;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;
}

@InputType({ description: "The answer to one question of the form." })
export class ReviewAnswerInput {
  @Field(() => String, { description: "Name of the question in the form." })
  question: string;

  @Field(() => Int, { description: "A whole number from 0 to the question's `best`." })
  answer: number;
}

@InputType({ description: "A review of a partner that was held." })
export class RecordReviewInput {
  @Field(() => ID, { description: "The partner that was reviewed." })
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

  @Field(() => String, { nullable: true, description: "What to keep beside the answers." })
  notes: string | null;
}

const RecordReviewPayload = payloadType("RecordReview", {
  field: "review",
  type: () => Review,
  userError: refusalType("RecordReview", reviewRefusals, { description: "A refusal: nothing was recorded." }),
});

@Resolver(() => Partner)
export class ReviewResolver {
  @Authorized("read governance")
  @FieldResolver(() => [Review], { nullable: true, description: "Qualitative reviews, newest first." })
  reviews(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<ReviewNode[]> {
    return load.reviews.load(id);
  }

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
  ): Promise<Payload<"review", ReviewNode>> {
    return actions
      .recordReview(input)
      .then((outcome) => payloadOf(reviewRefusals, outcome, "review", ({ review }) => reviewNode(review)));
  }
}
