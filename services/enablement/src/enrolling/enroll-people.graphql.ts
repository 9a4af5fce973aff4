import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { countOutcomes, refusalOf, TrainingOutcome, TrainingRefusalCode } from "../report/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { EnrollingActions } from "./actions.js";
import type { EnrollmentRecording } from "./enroll-people.action.js";
import { enrollmentRefusals } from "./enrolling.refusals.js";
import type { EnrollmentOutcome } from "./settle-enrollments.js";

type Context = RequestContext<unknown, EnrollingActions>;

const EnrollmentInput = inputType("EnrollmentInput", "A person to enrol in a course.", {
  personId: field.id("Who is enrolled."),
  course: field.string("Name of a course of the program in force."),
  enrolledOn: field.date("Not after today (UTC), the default.").nullable(),
});

const EnrollPeopleInput = inputType("EnrollPeopleInput", "Enrolments to record.", {
  enrollments: field.of(() => EnrollmentInput, "At most 1,000.").list(),
});
type EnrollPeopleInput = InstanceType<typeof EnrollPeopleInput>;

const EnrollmentResult = objectType("EnrollmentResult", "The result for one enrolment of the batch.", {
  index: field.int("Its position in the batch, from 0."),
  outcome: field.of(() => TrainingOutcome, "What was done."),
  enrollment: field.of(() => Enrollment, "Null when refused.").nullable(),
  code: field.of(() => TrainingRefusalCode, "Null where it was not refused.").nullable(),
  field: field.string("The part of the enrolment that is at fault.").nullable(),
  message: field.string("What is wrong, in a sentence; null where nothing is.").nullable(),
});
type EnrollmentResult = InstanceType<typeof EnrollmentResult>;

const EnrollPeopleUserError = refusalType("EnrollPeople", enrollmentRefusals, {
  description: "A refusal of the whole batch.",
});

const EnrollPeoplePayload = objectType("EnrollPeoplePayload", "What the mutation did, or why it did nothing.", {
  recorded: field.int("How many are new."),
  unchanged: field.int("Enrolled before, on any day."),
  refused: field.int("How many were not taken."),
  results: field.of(() => EnrollmentResult, "One for each enrolment, in the order of the batch.").list(),
  userErrors: field
    .of(() => EnrollPeopleUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
type EnrollPeoplePayload = InstanceType<typeof EnrollPeoplePayload>;

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
