import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { Certification, certificationOf } from "../certification/index.js";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import { Authorized } from "../values.graphql.js";
import type { AssessmentActions } from "./actions.js";
import type { AssessmentReads } from "./assessment.reads.js";
import { assessmentRefusals, attemptRefusals } from "./assessment.refusals.js";
import { attemptOf } from "./assessment-node.js";
import { assessmentOf } from "./assessment-terms-node.js";
import type { AttemptRow } from "./attempt.entity.js";
import { Assessment } from "./course-assessment.graphql.js";

type Context = RequestContext<AssessmentReads & CourseReads, AssessmentActions>;

@ObjectType({ description: "One of the options of a question." })
class QuestionChoice {
  @Field(() => String, { description: "By which an answer names it." })
  name: string;

  @Field(() => String, { description: "What it says." })
  text: string;
}

@ObjectType({ description: "A question, without its answer: one or more of the options are right." })
class AskedQuestion {
  @Field(() => String, { description: "By which an answer names it." })
  name: string;

  @Field(() => String, { description: "The question in words." })
  text: string;

  @Field(() => [QuestionChoice], { description: "All that can be chosen." })
  options: QuestionChoice[];
}

@ObjectType({ description: "How far one part of the questions was answered." })
class PoolGrade {
  @Field(() => String, { description: "Slug of the part." })
  name: string;

  @Field(() => Int, { description: "How many of its questions were asked." })
  asked: number;

  @Field(() => Int, { description: "How many of them were answered right." })
  right: number;
}

@ObjectType({ description: "One attempt of a person at a course's assessment." })
class Attempt {
  @Field(() => ID)
  id: string;

  @Field(() => Person, { description: "Who takes it." })
  person: Person;

  @Field(() => Int, { description: "From 1, for this person and course." })
  number: number;

  @Field(() => [AskedQuestion], { description: "In the order in which they are asked; empty once it is finished." })
  questions: AskedQuestion[];

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  startedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was finished; null while it is open." })
  finishedAt: Date | null;

  @Field(() => Int, { nullable: true, description: "Rounded down; null until it is finished." })
  scorePercent: number | null;

  @Field(() => Boolean, { nullable: true, description: "Null until it is finished." })
  hasPassed: boolean | null;

  @Field(() => [PoolGrade], { description: "Where to learn more; empty until it is finished." })
  pools: PoolGrade[];

  @Field(() => Certification, {
    nullable: true,
    description: "What passing it gave, where it has just been given.",
  })
  certification: Certification | null;

  row: AttemptRow;
}

const AttemptUserError = refusalType("Attempt", attemptRefusals);
const AttemptPayload = payloadType("Attempt", { field: "attempt", type: () => Attempt, userError: AttemptUserError });
type AttemptPayload = Payload<"attempt", ReturnType<typeof attemptOf>>;
const AssessmentPayload = payloadType("Assessment", {
  field: "assessment",
  type: () => Assessment,
  userError: refusalType("Assessment", assessmentRefusals),
});
type AssessmentPayload = Payload<"assessment", ReturnType<typeof assessmentOf>>;

@InputType({ description: "One of the options of a question." })
class QuestionOptionInput {
  @Field(() => String, { description: "Slug, unique in its question." })
  name: string;

  @Field(() => String, { description: "1 to 200 characters." })
  text: string;

  @Field(() => Boolean, { description: "Whether it belongs to the right answer." })
  isRight: boolean;
}

@InputType({ description: "A question of an assessment." })
class QuestionInput {
  @Field(() => String, { description: "Slug, unique in the assessment." })
  name: string;

  @Field(() => String, { description: "1 to 2,000 characters." })
  text: string;

  @Field(() => [QuestionOptionInput], { description: "2 to 20, one or more of them right." })
  options: QuestionOptionInput[];
}

@InputType({ description: "A part of the questions, from which some are drawn." })
class QuestionPoolInput {
  @Field(() => String, { description: "Slug: shown with how far it was answered." })
  name: string;

  @Field(() => Int, { description: "How many of its questions an attempt is asked." })
  draw: number;

  @Field(() => [QuestionInput], { description: "At least as many as are drawn." })
  questions: QuestionInput[];
}

@InputType({ description: "What a course asks at its end." })
class PublishAssessmentInput {
  @Field(() => String, { description: "Name of a course of the program in force." })
  course: string;

  @Field(() => [QuestionPoolInput], { description: "At most 1,000 questions in all." })
  pools: QuestionPoolInput[];

  @Field(() => Int, { description: "The least score that passes, 1 to 100." })
  passPercent: number;

  @Field(() => Int, { description: "Attempts that may fail in a row before the cool-down, 1 to 100." })
  attempts: number;

  @Field(() => Int, { description: "Days after so many failures before the next attempt, 0 to 365." })
  coolDownDays: number;
}

@InputType({ description: "Who takes which assessment." })
class StartAttemptInput {
  @Field(() => ID, { description: "Who takes it." })
  personId: string;

  @Field(() => String, { description: "Name of a course of the program in force that has an assessment." })
  course: string;
}

@InputType({
  description: "The answer to one question: it is right when it names all options that are right, and no other.",
})
class AnswerInput {
  @Field(() => String, { description: "Name of a question that was asked." })
  question: string;

  @Field(() => [String], { description: "Names of all options that are right." })
  options: string[];
}

@InputType({ description: "The answers of an attempt." })
class FinishAttemptInput {
  @Field(() => ID, { description: "An attempt that is not finished." })
  attemptId: string;

  @Field(() => [AnswerInput], { description: "A question without an answer is not answered right." })
  answers: AnswerInput[];
}

@Resolver(() => Person)
export class ExaminedPersonResolver {
  @FieldResolver(() => [Attempt], {
    nullable: true,
    description: "Attempts at assessments, latest first, at most 100. Null for a person whom the viewer may not read.",
  })
  attempts(@Root() { id }: Person, @Ctx() { load }: Context): Promise<Attempt[]> | null {
    return load.attempts(id);
  }
}

@Resolver(() => Attempt)
export class AttemptResolver {
  @FieldResolver(() => Course, { description: "Whose assessment it is." })
  course(@Root() { row }: Attempt, @Ctx() { load }: Context): Promise<Course> {
    return load.course(row.course);
  }

  @Authorized("publish assessments")
  @Mutation(() => AssessmentPayload, {
    nullable: true,
    description:
      "Publishes the questions at the end of a course. From then on, no one can read which options are right.",
  })
  async publishAssessment(
    @Arg("input", () => PublishAssessmentInput) input: PublishAssessmentInput,
    @Ctx() { actions }: Context,
  ): Promise<AssessmentPayload> {
    const outcome = await actions.publishAssessment(input);
    return payloadOf(assessmentRefusals, outcome, "assessment", ({ assessment }) => assessmentOf(assessment));
  }

  @Authorized("take assessments")
  @Mutation(() => AttemptPayload, {
    nullable: true,
    description:
      "Begins an attempt at a course's assessment, once its modules and the courses before it are done. One that is open goes on with the same questions.",
  })
  async startAttempt(
    @Arg("input", () => StartAttemptInput) input: StartAttemptInput,
    @Ctx() { actions }: Context,
  ): Promise<AttemptPayload> {
    const outcome = await actions.startAttempt(input);
    return payloadOf(attemptRefusals, outcome, "attempt", ({ attempt, assessment }) =>
      attemptOf(attempt, assessment, { grade: null, certification: null }),
    );
  }

  @Authorized("take assessments")
  @Mutation(() => AttemptPayload, {
    nullable: true,
    description:
      "Grades an attempt; passing it completes the course, and certifies. Safe to repeat: the first answers count.",
  })
  async finishAttempt(
    @Arg("input", () => FinishAttemptInput) input: FinishAttemptInput,
    @Ctx() { actions }: Context,
  ): Promise<AttemptPayload> {
    const outcome = await actions.finishAttempt(input);
    return payloadOf(attemptRefusals, outcome, "attempt", ({ attempt, assessment, grade, certification }) =>
      attemptOf(attempt, assessment, { grade, certification: certification && certificationOf(certification) }),
    );
  }
}
