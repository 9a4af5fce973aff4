import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { countOutcomes, refusalOf, TrainingOutcome, TrainingRefusalCode } from "../report/index.js";
import { Authorized } from "../values.graphql.js";
import type { EnrollingActions } from "./actions.js";
import type { EnrollmentRecording } from "./enroll-people.action.js";
import { enrollmentRefusals } from "./enrolling.refusals.js";
import type { EnrollmentOutcome } from "./settle-enrollments.js";

type Context = RequestContext<unknown, EnrollingActions>;

@InputType({ description: "A person to enrol in a course." })
class EnrollmentInput {
  @Field(() => ID, { description: "Who is enrolled." })
  personId: string;

  @Field(() => String, { description: "Name of a course of the program in force." })
  course: string;

  @Field(() => DateScalar, { nullable: true, description: "Not after today (UTC), the default." })
  enrolledOn: string | null;
}

@InputType({ description: "Enrolments to record." })
class EnrollPeopleInput {
  @Field(() => [EnrollmentInput], { description: "At most 1,000." })
  enrollments: EnrollmentInput[];
}

@ObjectType({ description: "The result for one enrolment of the batch." })
class EnrollmentResult {
  @Field(() => Int, { description: "Its position in the batch, from 0." })
  index: number;

  @Field(() => TrainingOutcome, { description: "What was done." })
  outcome: TrainingOutcome;

  @Field(() => Enrollment, { nullable: true, description: "Null when refused." })
  enrollment: Enrollment | null;

  @Field(() => TrainingRefusalCode, { nullable: true, description: "Null where it was not refused." })
  code: TrainingRefusalCode | null;

  @Field(() => String, { nullable: true, description: "The part of the enrolment that is at fault." })
  field: string | null;

  @Field(() => String, { nullable: true, description: "What is wrong, in a sentence; null where nothing is." })
  message: string | null;
}

const EnrollPeopleUserError = refusalType("EnrollPeople", enrollmentRefusals, {
  description: "A refusal of the whole batch.",
});

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class EnrollPeoplePayload {
  @Field(() => Int, { description: "How many are new." })
  recorded: number;

  @Field(() => Int, { description: "Enrolled before, on any day." })
  unchanged: number;

  @Field(() => Int, { description: "How many were not taken." })
  refused: number;

  @Field(() => [EnrollmentResult], { description: "One for each enrolment, in the order of the batch." })
  results: EnrollmentResult[];

  @Field(() => [EnrollPeopleUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@Resolver()
export class EnrollPeopleResolver {
  @Authorized("enroll people")
  @Mutation(() => EnrollPeoplePayload, {
    nullable: true,
    description: "Enrols people in courses; each enrolment is accepted or refused separately. Safe to repeat.",
  })
  enrollPeople(
    @Arg("input", () => EnrollPeopleInput) input: EnrollPeopleInput,
    @Ctx() { actions }: Context,
  ): Promise<EnrollPeoplePayload> {
    return actions.enrollPeople(input).then(toPayload);
  }
}

const toPayload = (recording: EnrollmentRecording): EnrollPeoplePayload =>
  recording.kind === "EnrollmentsRecorded"
    ? { ...countOutcomes(recording.outcomes), results: recording.outcomes.map(resultOf), userErrors: [] }
    : { ...countOutcomes([]), results: [], userErrors: [userErrorOf(enrollmentRefusals, recording)] };

const resultOf = (outcome: EnrollmentOutcome, index: number): EnrollmentResult => ({
  index,
  outcome: outcome.kind,
  ...(outcome.kind === "Refused"
    ? { enrollment: null, ...refusalOf(outcome.problem) }
    : { enrollment: enrollmentOf(outcome.enrollment), code: null, field: null, message: null }),
});
