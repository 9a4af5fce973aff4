import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Certification, certificationOf } from "../certification/index.js";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { AssessmentActions } from "./actions.js";
import type { AssessmentReads } from "./assessment.reads.js";
import { assessmentRefusals, attemptRefusals } from "./assessment.refusals.js";
import { attemptOf } from "./assessment-node.js";
import { assessmentOf } from "./assessment-terms-node.js";
import type { AttemptRow } from "./attempt.entity.js";
import { Assessment } from "./course-assessment.graphql.js";

type Context = RequestContext<AssessmentReads & CourseReads, AssessmentActions>;

const QuestionChoice = objectType("QuestionChoice", "One of the options of a question.", {
  name: field.string("By which an answer names it."),
  text: field.string("What it says."),
});

const AskedQuestion = objectType(
  "AskedQuestion",
  "A question, without its answer: one or more of the options are right.",
  {
    name: field.string("By which an answer names it."),
    text: field.string("The question in words."),
    options: field.of(() => QuestionChoice, "All that can be chosen.").list(),
  },
);

const PoolGrade = objectType("PoolGrade", "How far one part of the questions was answered.", {
  name: field.string("Slug of the part."),
  asked: field.int("How many of its questions were asked."),
  right: field.int("How many of them were answered right."),
});

const Attempt = objectType("Attempt", "One attempt of a person at a course's assessment.", {
  id: field.id(),
  person: field.of(() => Person, "Who takes it."),
  number: field.int("From 1, for this person and course."),
  questions: field.of(() => AskedQuestion, "In the order in which they are asked; empty once it is finished.").list(),
  startedAt: field.dateTime("When it was begun."),
  finishedAt: field.dateTime("When it was finished; null while it is open.").nullable(),
  scorePercent: field.int("Rounded down; null until it is finished.").nullable(),
  hasPassed: field.boolean("Null until it is finished.").nullable(),
  pools: field.of(() => PoolGrade, "Where to learn more; empty until it is finished.").list(),
  certification: field.of(() => Certification, "What passing it gave, where it has just been given.").nullable(),
  row: field.hidden<AttemptRow>(),
});
type Attempt = InstanceType<typeof Attempt>;

const AttemptUserError = refusalType("Attempt", attemptRefusals, {
  data: { until: field.date("Of `COOLING_DOWN`: the day from which on the next attempt can begin.").nullable() },
});
const AttemptPayload = payloadType("Attempt", { field: "attempt", type: () => Attempt, userError: AttemptUserError });
type AttemptPayload = Payload<"attempt", ReturnType<typeof attemptOf>>;
const AssessmentPayload = payloadType("Assessment", {
  field: "assessment",
  type: () => Assessment,
  userError: refusalType("Assessment", assessmentRefusals),
});
type AssessmentPayload = Payload<"assessment", ReturnType<typeof assessmentOf>>;

const QuestionOptionInput = inputType("QuestionOptionInput", "One of the options of a question.", {
  name: field.string("Slug, unique in its question."),
  text: field.string("1 to 200 characters."),
  isRight: field.boolean("Whether it belongs to the right answer."),
});

const QuestionInput = inputType("QuestionInput", "A question of an assessment.", {
  name: field.string("Slug, unique in the assessment."),
  text: field.string("1 to 2,000 characters."),
  options: field.of(() => QuestionOptionInput, "2 to 20, one or more of them right.").list(),
});

const QuestionPoolInput = inputType("QuestionPoolInput", "A part of the questions, from which some are drawn.", {
  name: field.string("Slug: shown with how far it was answered."),
  draw: field.int("How many of its questions an attempt is asked."),
  questions: field.of(() => QuestionInput, "At least as many as are drawn.").list(),
});

const PublishAssessmentInput = inputType("PublishAssessmentInput", "What a course asks at its end.", {
  course: field.string("Name of a course of the program in force."),
  pools: field.of(() => QuestionPoolInput, "At most 1,000 questions in all.").list(),
  passPercent: field.int("The least score that passes, 1 to 100."),
  attempts: field.int("Attempts that may fail in a row before the cool-down, 1 to 100."),
  coolDownDays: field.int("Days after so many failures before the next attempt, 0 to 365."),
});
type PublishAssessmentInput = InstanceType<typeof PublishAssessmentInput>;

const StartAttemptInput = inputType("StartAttemptInput", "Who takes which assessment.", {
  personId: field.id("Who takes it."),
  course: field.string("Name of a course of the program in force that has an assessment."),
});
type StartAttemptInput = InstanceType<typeof StartAttemptInput>;

const AnswerInput = inputType(
  "AnswerInput",
  "The answer to one question: it is right when it names all options that are right, and no other.",
  {
    question: field.string("Name of a question that was asked."),
    options: field.string("Names of all options that are right.").list(),
  },
);

const FinishAttemptInput = inputType("FinishAttemptInput", "The answers of an attempt.", {
  id: field.id("An attempt that is not finished."),
  answers: field.of(() => AnswerInput, "A question without an answer is not answered right.").list(),
});
type FinishAttemptInput = InstanceType<typeof FinishAttemptInput>;

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
