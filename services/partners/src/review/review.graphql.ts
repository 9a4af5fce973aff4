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
