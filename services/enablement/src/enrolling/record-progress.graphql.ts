import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { userErrorType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { Authorized } from "../values.graphql.js";
import type { EnrollingActions } from "./actions.js";
import type { ProgressRecording } from "./record-progress.action.js";

type Context = RequestContext<unknown, EnrollingActions>;

@InputType()
export class RecordProgressInput {
  @Field(() => ID)
  personId: string;

  @Field(() => String, { description: "Name of a course of the program in force." })
  course: string;

  @Field(() => Int, { description: "0 to 100." })
  percent: number;
}

export const RecordProgressErrorCode = graphEnum("RecordProgressErrorCode", [
  "PERSON_NOT_FOUND",
  "COURSE_UNKNOWN",
  "PERCENT_INVALID",
  "NO_PROGRAM_IN_FORCE",
]);
export type RecordProgressErrorCode = (typeof RecordProgressErrorCode)[string];

@ObjectType({ description: "A refusal: nothing was recorded." })
export class RecordProgressUserError extends userErrorType("RecordProgressRefusal", RecordProgressErrorCode) {}

@ObjectType()
export class RecordProgressPayload {
  @Field(() => Enrollment, { nullable: true, description: "How far the person is now; null when refused." })
  enrollment: Enrollment | null;

  @Field(() => [RecordProgressUserError])
  userErrors: RecordProgressUserError[];
}

@Resolver()
export class RecordProgressResolver {
  @Authorized("record training")
  @Mutation(() => RecordProgressPayload, {
    nullable: true,
    description:
      "Records how far people are in a course, and enrols those who are not enrolled yet. Progress never goes back: a lower percentage changes nothing. Record completions with `recordCompletions`.",
  })
  recordProgress(
    @Arg("input", () => RecordProgressInput) input: RecordProgressInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordProgressPayload> {
    return actions.recordProgress(input).then(payloadOf);
  }
}

function payloadOf(recording: ProgressRecording): RecordProgressPayload {
  const refusal = (code: RecordProgressErrorCode, field: string[], message: string) => ({
    enrollment: null,
    userErrors: [{ code, field, message }],
  });
  switch (recording.kind) {
    case "Advanced":
    case "Unchanged":
      return { enrollment: enrollmentOf(recording.enrollment), userErrors: [] };
    case "PercentInvalid":
      return refusal("PERCENT_INVALID", ["input", "percent"], "Progress is 0 to 100 percent.");
    case "NoProgramInForce":
      return refusal(
        "NO_PROGRAM_IN_FORCE",
        ["input", "course"],
        "No program is in force: publish one with its courses first.",
      );
    case "Refused":
      return refusal(recording.problem.code, ["input", recording.problem.field], recording.problem.message);
  }
}
