import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../partner/index.js";
import { Authorized, Node, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { ReviewActions } from "./actions.js";
import { type ReviewNode, type ReviewReads, reviewNode } from "./review.reads.js";
import { reviewRefusals } from "./review.refusals.js";

type Context = RequestContext<ReviewReads, ReviewActions>;

export const ReviewQuestion = objectType("ReviewQuestion", "One question of a review.", {
  name: field.string("By which an answer names the question."),
  ask: field.string("The question in words."),
  best: field.int("Answers run from 0 to this."),
  weight: field.int("How much the answer counts beside the others; 1 where the program does not say."),
});
export type ReviewQuestion = InstanceType<typeof ReviewQuestion>;

export const ReviewForm = objectType(
  "ReviewForm",
  "A set of questions that someone answers about a partner for each period.",
  {
    id: field.id(),
    name: field.string("By which `recordReview` names it."),
    title: field.string("Its name for people."),
    every: field.string("`quarter`, `half-year` or `year`."),
    questions: field.of(() => ReviewQuestion, "In the order of the program.").list(),
  },
);
export type ReviewForm = InstanceType<typeof ReviewForm>;

export const ReviewAnswer = objectType("ReviewAnswer", "What was answered to one question.", {
  question: field.string("Name of the question in the form."),
  answer: field.int("From 0 to the question's `best`."),
});
export type ReviewAnswer = InstanceType<typeof ReviewAnswer>;

export const Review = objectType(
  "Review",
  "A qualitative review of a partner. A correction is a later review of the same period.",
  {
    id: field.id(),
    review: field.string("Name of the form in the program."),
    periodFrom: field.date("First day of the period that it is about."),
    periodTo: field.date("The day after the period's last."),
    heldOn: field.date("The day on which it was held."),
    score: field.decimal("As a share of the best possible."),
    answers: field.of(() => ReviewAnswer, "One for each question of the form.").list(),
    notes: field.string("What the reviewer wrote beside the answers; null where nothing.").personal(),
    recordedAt: field.dateTime("When it was recorded."),
  },
  { implements: Node },
);
export type Review = InstanceType<typeof Review>;

export const ReviewConnection = connectionType("Review", () => Review, PageInfo, "A page of reviews.");
export type ReviewConnection = InstanceType<typeof ReviewConnection>;

export const ReviewAnswerInput = inputType("ReviewAnswerInput", "The answer to one question of the form.", {
  question: field.string("Name of the question in the form."),
  answer: field.int("A whole number from 0 to the question's `best`."),
});
export type ReviewAnswerInput = InstanceType<typeof ReviewAnswerInput>;

export const RecordReviewInput = inputType("RecordReviewInput", "A review of a partner that was held.", {
  partnerId: field.id("The partner that was reviewed."),
  review: field.string("Name of the form in the program."),
  heldOn: field.date("Today if omitted; its period is what the review is about.").nullable(),
  answers: field.of(() => ReviewAnswerInput, "Every question of the form, once.").list(),
  notes: field.string("What to keep beside the answers.").nullable(),
});
export type RecordReviewInput = InstanceType<typeof RecordReviewInput>;

const RecordReviewPayload = payloadType("RecordReview", {
  field: "review",
  type: () => Review,
  userError: refusalType("RecordReview", reviewRefusals, { description: "A refusal: nothing was recorded." }),
});

@Resolver(() => Partner)
export class ReviewResolver {
  @Authorized("read governance")
  @FieldResolver(() => ReviewConnection, { nullable: true, description: "Qualitative reviews, newest first." })
  reviews(
    @Root() { id }: Partner,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<ReviewNode>> {
    return load.reviews(id, args);
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
